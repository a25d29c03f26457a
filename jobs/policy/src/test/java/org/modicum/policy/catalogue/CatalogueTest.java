package org.modicum.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private static final Site FACEBOOK = new Site(
            "facebook",
            "Facebook",
            Pace.FEED,
            List.of(
                    new Place("fbcdn.example", "", Use.ASSET),
                    new Place("video-*.xx.fbcdn.example", "", Use.MEDIA),
                    new Place("facebook.com", "", Use.PAGE),
                    new Place("www.facebook.com", "/plugins/", Use.EMBEDDED),
                    new Place("www.facebook.com", "/*/plugins/", Use.EMBEDDED),
                    new Place("www.facebook.com", "/plugins/post/", Use.ASSET),
                    new Place("edge-chat.facebook.com", "", Use.BACKGROUND)));
    private static final Site BLOGS = new Site(
            "blogs",
            "Blogs",
            Pace.READING,
            List.of(
                    new Place("blogs.example", "", Use.PAGE),
                    new Place("only-path.example", "/widgets/", Use.EMBEDDED),
                    new Place("xn--mnchen-3ya.example", "", Use.PAGE)));
    private static final Catalogue CATALOGUE =
            Catalogue.of(List.of(FACEBOOK, BLOGS), Set.of("uni.blogs.example"), Set.of("help.facebook.com"));

    @ParameterizedTest
    @CsvFileSource(resources = "matches.csv", numLinesToSkip = 1)
    void aHostMatchesOnWholeLabelsTheMostSpecificEntry(String host, String path, String site, Use use) {
        Optional<Match> expected = site == null ? Optional.empty() : Optional.of(new Match(site, use));

        assertThat(CATALOGUE.match(host, path)).isEqualTo(expected);
    }

    @Test
    void aLineWithoutAHostIsOnNoSite() {
        assertThat(CATALOGUE.match(null, "/")).isEmpty();
        assertThat(CATALOGUE.match("", null)).isEmpty();
    }

    @Test
    void aScanLooksForTheFewestNamesThatCoverEveryEntry() {
        assertThat(CATALOGUE.domains())
                .containsExactly(
                        "blogs.example",
                        "facebook.com",
                        "fbcdn.example",
                        "only-path.example",
                        "xn--mnchen-3ya.example");
    }

    @Test
    void anExcludedHostIsNotEvenLookedFor() {
        Catalogue own = Catalogue.of(List.of(FACEBOOK, BLOGS), Set.of("blogs.example"), Set.of());

        assertThat(own.domains()).doesNotContain("blogs.example").contains("facebook.com");
    }

    @Test
    void anEntryBelowAnExcludedDomainIsExcludedToo() {
        Site below = new Site("below", "Below", Pace.FEED, List.of(new Place("forum.clinic.example", "", Use.PAGE)));
        Catalogue catalogue = Catalogue.of(List.of(below), Set.of(), Set.of("clinic.example"));

        assertThat(catalogue.domains()).isEmpty();
        assertThat(catalogue.match("www.forum.clinic.example", "/")).isEmpty();
    }

    @Test
    void theDigestSaysNothingOfTitlesAndOrder() {
        Site turned = new Site(
                "facebook",
                "The Facebook",
                FACEBOOK.pace(),
                FACEBOOK.places().stream()
                        .sorted((one, other) -> other.written().compareTo(one.written()))
                        .toList());
        Catalogue same = Catalogue.of(List.of(BLOGS, turned), Set.of("help.facebook.com"), Set.of("uni.blogs.example"));

        assertThat(same.digest()).isEqualTo(CATALOGUE.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void theDigestChangesWithWhatCanMatch() {
        Site quick = new Site("blogs", "Blogs", Pace.FEED, BLOGS.places());
        Site asset = new Site("blogs", "Blogs", Pace.READING, List.of(new Place("blogs.example", "", Use.ASSET)));
        List<Catalogue> different = List.of(
                CATALOGUE,
                Catalogue.of(List.of(FACEBOOK, BLOGS), Set.of(), Set.of("help.facebook.com")),
                Catalogue.of(List.of(FACEBOOK), Set.of(), Set.of()),
                Catalogue.of(List.of(BLOGS), Set.of(), Set.of()),
                Catalogue.of(List.of(asset), Set.of(), Set.of()),
                Catalogue.of(List.of(quick), Set.of(), Set.of()),
                Catalogue.of(List.of(), Set.of(), Set.of()));

        assertThat(different.stream().map(Catalogue::digest)).doesNotHaveDuplicates();
    }

    @Test
    void aCatalogueThatTravelledMatchesAlike() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(CATALOGUE);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Catalogue travelled = (Catalogue) in.readObject();

            assertThat(travelled.digest()).isEqualTo(CATALOGUE.digest());
            assertThat(travelled.match("m.facebook.com", null)).contains(new Match("facebook", Use.PAGE));
            assertThat(travelled.match("help.facebook.com", null)).isEmpty();
        }
    }

    @Test
    void oneHostInTwoSitesIsRefused() {
        Site copy = new Site("copy", "Copy", Pace.FEED, List.of(new Place("facebook.com", "", Use.ASSET)));

        assertThatThrownBy(() -> Catalogue.of(List.of(FACEBOOK, copy), Set.of(), Set.of()))
                .hasMessage("'facebook.com' stands twice, in copy and in facebook.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NHS.uk", "nhs", "*.nhs.uk", "nhs.uk.", "https://nhs.uk"})
    void anExclusionThatWouldExcludeNothingIsRefused(String host) {
        assertThatThrownBy(() -> Catalogue.of(List.of(FACEBOOK), Set.of(), Set.of(host)))
                .hasMessageContaining("would exclude nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com",
                "co.uk",
                "uk.",
                "192.0.2.1",
                "::1",
                "https://x.com",
                "x.com:443",
                "*.x.com",
                "x.com/a?b",
                "v*.co.uk",
                "v*",
                "v*v.x.com",
                "v.x*.com",
                "v**.x.com"
            })
    void anEntryThatCouldNeverMatchOrMatchesHalfACountryIsRefused(String written) {
        assertThatThrownBy(() -> Place.read(written, Use.PAGE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other", "all", "Facebook", "a b", "-a", "a-", "a/b", "\u00e4"})
    void aSiteIsNotCalledWhatReleasesCannotSay(String name) {
        assertThatThrownBy(() -> new Site(name, "Title", Pace.FEED, List.of()))
                .hasMessageContaining("is no name for a site");
    }
}
