package org.modicum.pipeline.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.modicum.pipeline.settings.Problems;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.catalogue.Match;
import org.modicum.policy.catalogue.Use;

class SitesFileTest {
    private static final Catalogue SHIPPED = read(Path.of("../../config/sites.conf"));

    @TempDir
    Path folder;

    @Test
    void theShippedCatalogueHasAtLeastThirtySitesAndNoProblem() {
        assertThat(SHIPPED.sites()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "shipped.csv", numLinesToSkip = 1)
    void theShippedCatalogueTellsHostsApart(String host, String path, String site, Use use) {
        Optional<Match> expected = site == null ? Optional.empty() : Optional.of(new Match(site, use));

        assertThat(SHIPPED.match(host, path)).isEqualTo(expected);
    }

    @Test
    void aSiteAddsOverridesAndSwitchesOff() throws IOException {
        Catalogue own = write("""
                include classpath("modicum/sites.conf")
                sites.tumblr = null
                sites.yammer { title = Yammer, page = [yammer.com] }
                sites.mumsnet.page = [talk.mumsnet.com]
                own = [blogs.example.ac.uk, uni.wordpress.com]
                """);

        assertThat(own.match("www.tumblr.com", "/")).isEmpty();
        assertThat(own.match("www.yammer.com", "/")).contains(new Match("yammer", Use.PAGE));
        assertThat(own.match("www.mumsnet.com", "/")).isEmpty();
        assertThat(own.match("uni.wordpress.com", "/")).isEmpty();
        assertThat(own.match("other.wordpress.com", "/")).contains(new Match("wordpress", Use.PAGE));
        assertThat(own.titles()).containsEntry("yammer", "Yammer").containsEntry("facebook", "Facebook");
    }

    @Test
    void aSiteAddsToTheShippedDenyList() throws IOException {
        Catalogue own = write("""
                include classpath("modicum/sites.conf")
                sites.nhs { page = [nhs.uk] }
                deny = ${deny} [mumsnet.com]
                """);

        assertThat(own.match("www.mumsnet.com", "/")).isEmpty();
        assertThat(own.match("www.nhs.uk", "/")).isEmpty();
    }

    @Test
    void hostsAreImportedFromADomainList() throws IOException {
        Files.writeString(
                folder.resolve("domains"),
                "# UT1\r\nforum.example\r\n\r\n192.0.2.7\r\n.club.example # members\r\nfacebook.com\r\n");
        Catalogue own = write("""
                include classpath("modicum/sites.conf")
                import = [{ file = domains, site = other-social, use = page }]
                """);

        assertThat(own.match("www.forum.example", "/")).contains(new Match("other-social", Use.PAGE));
        assertThat(own.match("club.example", "/")).contains(new Match("other-social", Use.PAGE));
        assertThat(own.match("facebook.com", "/")).contains(new Match("facebook", Use.PAGE));
    }

    @Test
    void allMistakesAreToldTogetherWithTheirLines() throws IOException {
        Files.writeString(folder.resolve("domains"), "good.example\nbad domain\n");
        Files.writeString(folder.resolve("sites.conf"), """
                sites {
                  one { title = One, page = [one.example, "not a host"] }
                  two { title = Two, page = [one.example] }
                  three { title = Three, pages = [three.example] }
                  other { page = [four.example] }
                }
                denied = [x.example]
                own = uni.example
                import = [{ file = domains, site = five, use = page }, { file = gone, site = six, use = page }]
                """);
        Problems problems = new Problems();

        SitesFile.read(folder.resolve("sites.conf"), problems);

        assertThat(problems.list().stream()
                        .map(problem -> Path.of(problem.source()).getFileName() + ":" + problem.line() + " "
                                + problem.message())
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        sites.conf:2 'not a host' is no host name; write example.org or example.org/path/.
                        sites.conf:3 'one.example' stands twice, in one and in two.
                        sites.conf:3 Site 'two' has no host.
                        sites.conf:4 Unknown key 'pages'; a site has title, page, asset, media, background and embedded.
                        sites.conf:4 Site 'three' has no host.
                        sites.conf:5 'other' is no name for a site: use small letters, digits and -.
                        sites.conf:7 Unknown key 'denied'; there are sites, own, deny and import.
                        sites.conf:8 A list of hosts is expected: [example.org, example.net].
                        domains:2 This is no domain; correct or remove the line.
                        gone:0 This list of domains cannot be read: NoSuchFileException""");
    }

    @Test
    void aFileThatIsMissingOrNotHoconIsAProblemAndNoException() throws IOException {
        Files.writeString(folder.resolve("sites.conf"), "sites { one {");
        Problems problems = new Problems();

        SitesFile.read(folder.resolve("none.conf"), problems);
        SitesFile.read(folder.resolve("sites.conf"), problems);

        assertThat(problems.list()).hasSize(2);
    }

    private Catalogue write(String text) throws IOException {
        Files.writeString(folder.resolve("sites.conf"), text);
        return read(folder.resolve("sites.conf"));
    }

    private static Catalogue read(Path file) {
        Problems problems = new Problems();
        Catalogue catalogue = SitesFile.read(file, problems);
        problems.throwIfAny();
        return catalogue;
    }
}
