package org.modicum.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every catalogue and every host, over names that are few enough to meet. */
class CataloguePropertiesTest {
    @Property
    void whateverMatchesIsBelowADomainThatIsLookedFor(
            @ForAll("catalogues") Catalogue catalogue, @ForAll("hosts") String host, @ForAll("paths") String path) {
        boolean found = catalogue.domains().stream().anyMatch(domain -> isWithin(host, domain));

        assertThat(catalogue.match(host, path).isEmpty() || found).isTrue();
    }

    @Property
    void domainsAreTheFewestThatDoIt(@ForAll("catalogues") Catalogue catalogue) {
        for (String domain : catalogue.domains()) {
            assertThat(catalogue.domains().stream().filter(other -> isWithin(domain, other)))
                    .containsExactly(domain);
        }
    }

    @Property
    void deniedAndOwnBeatAllowed(
            @ForAll("sites") List<Site> sites,
            @ForAll("hosts") String own,
            @ForAll("hosts") String denied,
            @ForAll("hosts") String host,
            @ForAll("paths") String path) {
        Catalogue catalogue = Catalogue.of(sites, Set.of(own), Set.of(denied));
        Catalogue free = Catalogue.of(sites, Set.of(), Set.of());

        if (isWithin(host, own) || isWithin(host, denied)) {
            assertThat(catalogue.match(host, path)).isEmpty();
        } else {
            assertThat(catalogue.match(host, path)).isEqualTo(free.match(host, path));
        }
    }

    @Property
    void noHostMatchesThatIsBelowNoEntry(
            @ForAll("sites") List<Site> sites, @ForAll("hosts") String host, @ForAll("paths") String path) {
        boolean below =
                sites.stream().flatMap(site -> site.places().stream()).anyMatch(place -> isWithin(host, place.host()));

        assertThat(Catalogue.of(sites, Set.of(), Set.of()).match(host, path).isEmpty() || below)
                .isTrue();
    }

    @Property
    void lookAlikesNeverMatch(@ForAll("catalogues") Catalogue catalogue, @ForAll("paths") String path) {
        for (String domain : catalogue.domains()) {
            assertThat(catalogue.match("not" + domain, path)).isEmpty();
            assertThat(catalogue.match(domain + ".evil.test", path)).isEmpty();
            assertThat(catalogue.match(domain.replace('.', '-') + ".test", path))
                    .isEmpty();
        }
    }

    @Property
    void caseAndATrailingDotDoNotMatter(
            @ForAll("catalogues") Catalogue catalogue, @ForAll("hosts") String host, @ForAll("paths") String path) {
        assertThat(catalogue.match(host.toUpperCase(Locale.ROOT) + ".", path)).isEqualTo(catalogue.match(host, path));
    }

    @Provide
    Arbitrary<String> hosts() {
        return Arbitraries.of("a", "b", "www")
                .list()
                .ofMinSize(0)
                .ofMaxSize(3)
                .map(labels -> String.join(".", labels))
                .flatMap(above -> Arbitraries.of("ex.test", "ey.test")
                        .map(domain -> above.isEmpty() ? domain : above + "." + domain));
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("/", "/p", "/p/", "/p/q", "/pq", "/v1/p/").injectNull(0.2);
    }

    @Provide
    Arbitrary<List<Site>> sites() {
        Arbitrary<Place> place = Combinators.combine(
                        hosts(), Arbitraries.of("", "/p", "/p/", "/*/p/"), Arbitraries.of(Use.class))
                .as(Place::new);
        return place.list().ofMaxSize(8).map(CataloguePropertiesTest::sites);
    }

    @Provide
    Arbitrary<Catalogue> catalogues() {
        return Combinators.combine(sites(), hosts().set().ofMaxSize(2))
                .as((sites, denied) -> Catalogue.of(sites, Set.of(), denied));
    }

    /** The places dealt out to three sites, each place once. */
    private static List<Site> sites(List<Place> places) {
        Set<String> seen = new HashSet<>();
        Map<String, List<Place>> dealt = new LinkedHashMap<>();
        for (Place place : places) {
            if (seen.add(place.written())) {
                dealt.computeIfAbsent("site" + seen.size() % 3, name -> new ArrayList<>())
                        .add(place);
            }
        }
        return dealt.entrySet().stream()
                .map(site -> new Site(site.getKey(), site.getKey(), Pace.FEED, site.getValue()))
                .toList();
    }

    private static boolean isWithin(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
