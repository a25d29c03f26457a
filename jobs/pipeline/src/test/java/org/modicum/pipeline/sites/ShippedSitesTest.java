package org.modicum.pipeline.sites;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.modicum.pipeline.settings.Problems;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.catalogue.Match;
import org.modicum.policy.catalogue.Use;

class ShippedSitesTest {
    private static final File FILE = new File("../../config/sites.conf");
    private static final Config WRITTEN = ConfigFactory.parseFile(FILE);
    private static final Catalogue SHIPPED = read();

    @ParameterizedTest
    @CsvFileSource(resources = "shipped.csv", numLinesToSkip = 1)
    void hostsAreToldApart(String host, String path, String site, Use use) {
        Optional<Match> expected = site == null ? Optional.empty() : Optional.of(new Match(site, use));

        assertThat(SHIPPED.match(host, path)).isEqualTo(expected);
    }

    @Test
    void atLeastFortySitesAreInItEachWithAPageAndATitle() {
        assertThat(SHIPPED.sites()).hasSizeGreaterThanOrEqualTo(40);
        for (String site : SHIPPED.sites()) {
            assertThat(WRITTEN.getStringList("sites.\"" + site + "\".page"))
                    .as(site)
                    .isNotEmpty();
            assertThat(WRITTEN.getString("sites.\"" + site + "\".title"))
                    .as(site)
                    .isNotBlank();
        }
    }

    @Test
    void noEntryStandsInTheShadeOfAnother() {
        for (String site : SHIPPED.sites()) {
            for (Use use : Use.values()) {
                for (String written : hosts(site, use)) {
                    int slash = written.indexOf('/');
                    String host = slash < 0 ? written : written.substring(0, slash);
                    String path = slash < 0 ? null : written.substring(slash).replace("*", "any");

                    assertThat(SHIPPED.match(host, path)).as(written).contains(new Match(site, use));
                }
            }
        }
    }

    @Test
    void whatIsSharedWithOthersIsNotInIt() {
        Set<String> shared = Set.of(
                "google.com",
                "gstatic.com",
                "googleapis.com",
                "googleusercontent.com",
                "ggpht.com",
                "akamaihd.net",
                "akamaized.net",
                "cloudfront.net",
                "amazonaws.com",
                "live-video.net",
                "wixmp.com",
                "sinaimg.cn",
                "qq.com");

        assertThat(SHIPPED.domains()).doesNotContainAnyElementsOf(shared);
        shared.forEach(domain ->
                assertThat(SHIPPED.match("www." + domain, "/")).as(domain).isEmpty());
    }

    @Test
    void deniedHostsMatchNothingAndAreNotLookedFor() {
        List<String> denied = WRITTEN.getStringList("deny");

        assertThat(denied).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        assertThat(SHIPPED.domains()).doesNotContainAnyElementsOf(denied);
        denied.forEach(
                host -> assertThat(SHIPPED.match("www." + host, "/")).as(host).isEmpty());
    }

    private static List<String> hosts(String site, Use use) {
        String path = "sites.\"" + site + "\"." + use.name().toLowerCase(Locale.ROOT);
        return WRITTEN.hasPath(path) ? WRITTEN.getStringList(path) : new ArrayList<>();
    }

    private static Catalogue read() {
        Problems problems = new Problems();
        Catalogue catalogue = SitesFile.read(Path.of(FILE.getPath()), problems);
        problems.throwIfAny();
        return catalogue;
    }
}
