package org.modicum.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private static final Site FACEBOOK = new Site(
            "facebook",
            "Facebook",
            List.of(
                    new Place("facebook.com", "", Use.PAGE),
                    new Place("www.facebook.com", "/plugins/", Use.EMBEDDED),
                    new Place("www.facebook.com", "/plugins/post/", Use.ASSET),
                    new Place("edge-chat.facebook.com", "", Use.BACKGROUND)));
    private static final Site BLOGS = new Site("blogs", "Blogs", List.of(new Place("blogs.example", "", Use.PAGE)));
    private static final Catalogue CATALOGUE =
            Catalogue.of(List.of(FACEBOOK, BLOGS), Set.of("uni.blogs.example"), Set.of("help.facebook.com"));

    @ParameterizedTest
    @CsvFileSource(resources = "matches.csv", numLinesToSkip = 1)
    void aHostMatchesOnWholeLabelsTheMostSpecificEntry(String host, String path, String site, Use use) {
        Optional<Match> expected = site == null ? Optional.empty() : Optional.of(new Match(site, use));

        assertThat(CATALOGUE.match(host, path)).isEqualTo(expected);
    }

    @Test
    void anExcludedHostIsNotEvenLookedFor() {
        Catalogue own = Catalogue.of(List.of(FACEBOOK, BLOGS), Set.of("blogs.example"), Set.of());

        assertThat(own.domains()).doesNotContain("blogs.example").contains("facebook.com");
    }

    @Test
    void whateverMatchesIsLookedFor() {
        assertThat(CATALOGUE.domains())
                .containsExactly("blogs.example", "edge-chat.facebook.com", "facebook.com", "www.facebook.com");
    }

    @Property
    void noNameOutsideTheCatalogueEverMatches(
            @ForAll @AlphaChars @NumericChars @Chars({'-', '.'}) @StringLength(max = 40) String any) {
        for (String host : List.of(any + ".example.net", any + "facebook.com.example.net", any + "xfacebook.com")) {
            assertThat(CATALOGUE.match(host, "/")).isEmpty();
        }
    }

    @Property
    void deniedBeatsAllowedWhateverStandsBefore(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String label) {
        assertThat(CATALOGUE.match(label + ".help.facebook.com", null)).isEmpty();
        assertThat(CATALOGUE.match(label + ".facebook.com", null)).isPresent();
    }

    @Test
    void theDigestChangesWithWhatCanMatchAndWithNothingElse() {
        Catalogue turned =
                Catalogue.of(List.of(BLOGS, FACEBOOK), Set.of("help.facebook.com"), Set.of("uni.blogs.example"));
        Catalogue fewer = Catalogue.of(List.of(FACEBOOK), Set.of(), Set.of());

        assertThat(turned.digest()).isEqualTo(CATALOGUE.digest());
        assertThat(fewer.digest()).isNotEqualTo(CATALOGUE.digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"com", "192.0.2.1", "[::1]", "a..b", "-a.example", "exa mple.org", "", "http://x.org"})
    void whatIsNoHostNameIsNotTaken(String written) {
        assertThat(Hosts.read(written)).isEmpty();
    }

    @Test
    void internationalisedNamesBecomeAscii() {
        assertThat(Hosts.read("M\u00fcnchen.Example.")).contains("xn--mnchen-3ya.example");
    }
}
