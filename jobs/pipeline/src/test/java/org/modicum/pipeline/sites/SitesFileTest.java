package org.modicum.pipeline.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.settings.Problems;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.catalogue.Match;
import org.modicum.policy.catalogue.Use;

class SitesFileTest {
    private static final String SHIPPED = "include required(classpath(\"modicum/sites.conf\"))\n";

    @TempDir
    Path folder;

    @Test
    void aSiteAddsOverridesAndSwitchesOff() throws IOException {
        Catalogue own = read(SHIPPED + """
                sites.tumblr = null
                sites.vimeo.enabled = false
                sites.yammer { title = Yammer, page = [yammer.com] }
                sites.mumsnet.page = [talk.mumsnet.com]
                sites.reddit.page += reddit.example
                sites.youtube.media = null
                own = [blogs.example.ac.uk, uni.wordpress.com]
                """);

        assertThat(own.match("www.tumblr.com", "/")).isEmpty();
        assertThat(own.match("vimeo.com", "/")).isEmpty();
        assertThat(own.match("www.yammer.com", "/")).contains(new Match("yammer", Use.PAGE));
        assertThat(own.match("www.mumsnet.com", "/")).isEmpty();
        assertThat(own.match("reddit.example", "/")).contains(new Match("reddit", Use.PAGE));
        assertThat(own.match("www.reddit.com", "/")).contains(new Match("reddit", Use.PAGE));
        assertThat(own.match("rr1.googlevideo.com", null)).isEmpty();
        assertThat(own.match("uni.wordpress.com", "/")).isEmpty();
        assertThat(own.match("other.wordpress.com", "/")).contains(new Match("wordpress", Use.PAGE));
        assertThat(own.sites()).contains("yammer", "facebook").doesNotContain("tumblr", "vimeo");
        assertThat(own.titles()).containsEntry("yammer", "Yammer").containsEntry("facebook", "Facebook");
    }

    @Test
    void theShippedDenyListHoldsWhateverASiteWrites() throws IOException {
        Catalogue own = read("""
                sites.health { page = [www.samaritans.org, example.org] }
                sites.forum { page = [forum.example] }
                deny = [forum.example]
                """);

        assertThat(own.match("www.samaritans.org", "/")).isEmpty();
        assertThat(own.match("forum.example", "/")).isEmpty();
        assertThat(own.domains()).containsExactly("example.org");
    }

    @Test
    void aSitesDenyListMayNameTheShippedOneToo() throws IOException {
        Catalogue own = read(SHIPPED + "deny = ${deny} [mumsnet.com]");

        assertThat(own.match("www.mumsnet.com", "/")).isEmpty();
        assertThat(own.match("islam.stackexchange.com", "/")).isEmpty();
    }

    @Test
    void hostsAreImportedFromADomainList() throws IOException {
        Files.writeString(
                folder.resolve("domains"),
                "\uFEFF# UT1\r\nforum.example\r\n\r\n192.0.2.7\r\n2001:db8::7\r\n10.0.0.0/8\r\n.club.example # members\r\n"
                        + "Forum.Example\r\nM\u00fcnchen.example");
        Catalogue own =
                read(SHIPPED + "import = [{ file = domains, site = other-social, title = Others, use = page }]");

        assertThat(own.match("www.forum.example", "/")).contains(new Match("other-social", Use.PAGE));
        assertThat(own.match("club.example", "/")).contains(new Match("other-social", Use.PAGE));
        assertThat(own.match("xn--mnchen-3ya.example", "/")).contains(new Match("other-social", Use.PAGE));
        assertThat(own.titles()).containsEntry("other-social", "Others");
    }

    @Test
    void anImportTakesNothingFromASiteNorBringsBackOneThatIsOff() throws IOException {
        Files.writeString(
                folder.resolve("domains"),
                "m.facebook.com\nfacebook.com\nwww.tumblr.com\nplayer.vimeo.com\nsamaritans.org\nnew.example\n");
        Catalogue own = read(SHIPPED + """
                sites.tumblr = null
                sites.vimeo.enabled = false
                import = [
                  { file = domains, site = other-social, use = page }
                  { file = domains, site = later, use = asset }
                ]
                """);

        assertThat(own.match("m.facebook.com", null)).contains(new Match("facebook", Use.PAGE));
        assertThat(own.match("www.tumblr.com", null)).isEmpty();
        assertThat(own.match("player.vimeo.com", null)).isEmpty();
        assertThat(own.match("samaritans.org", null)).isEmpty();
        assertThat(own.match("new.example", null)).contains(new Match("other-social", Use.PAGE));
    }

    @Test
    void aListMayBeAllThereIs() throws IOException {
        Files.writeString(folder.resolve("domains"), "forum.example\n");
        Catalogue own = read("import = [{ file = domains, site = social, use = page }]");

        assertThat(own.domains()).containsExactly("forum.example");
    }

    @Test
    void allMistakesAreToldTogetherWithTheirLines() throws IOException {
        Files.writeString(folder.resolve("domains"), "good.example\nbad domain\nco.uk\n");
        Files.write(folder.resolve("latin"), "caf\u00e9.example\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems("""
                sites {
                  one { title = One, pace = slow, page = [one.example, "not a host"] }
                  two { title = Two, page = [one.example] }
                  three { title = Three, pages = [three.example] }
                  other { page = [four.example] }
                  five { title = [Five], enabled = perhaps, page = [com, co.uk, 192.0.2.1] }
                  six = six.example
                  seven { page = seven.example, embedded = ["seven.example/a?b"] }
                }
                denied = [x.example]
                own = [ac.uk, "https://uni.example"]
                deny = clinic.example
                import = [
                  { file = domains, site = eight, use = page }, { file = gone, site = nine, use = page }
                  { file = latin, site = eight, use = page }
                  { file = domains, site = All, use = page }
                  { file = domains, site = ten, use = pages, colour = red }
                  { file = domains }
                ]
                """)).isEqualTo("""
                        sites.conf:2 Unknown pace 'slow'; there are feed, posts, reading and chat.
                        sites.conf:2 'not a host' is no host name; write example.org or example.org/path/.
                        sites.conf:3 'one.example' of two stands in one already (sites.conf:2); remove one of them.
                        sites.conf:4 Unknown key 'pages'; a site has title, pace, enabled, page, asset, media, background and embedded.
                        sites.conf:4 Site 'three' has no host.
                        sites.conf:5 'other' is no name for a site: use small letters, digits and -.
                        sites.conf:6 'enabled' is true or false.
                        sites.conf:6 'com' is no host name; write example.org or example.org/path/.
                        sites.conf:6 'co.uk' is a registry's: half a country has names under it. Write the whole name of the service.
                        sites.conf:6 '192.0.2.1' is no host name; write example.org or example.org/path/.
                        sites.conf:6 A title is a text.
                        sites.conf:6 Site 'five' has no host.
                        sites.conf:7 Site 'six' is not a block; null switches a site off.
                        sites.conf:8 '/a?b' is no beginning of a path; write /path/ without query and spaces.
                        sites.conf:8 A list of hosts is expected: [example.org, example.net].
                        sites.conf:8 Site 'seven' has no host.
                        sites.conf:10 Unknown key 'denied'; there are sites, own, deny and import.
                        sites.conf:11 'https://uni.example' is no host name; write example.org.
                        sites.conf:11 'ac.uk' is a registry's; write the University's own domain below it.
                        sites.conf:12 A list of hosts is expected: [example.org, example.net].
                        sites.conf:16 'All' is no name for a site: use small letters, digits and -.
                        sites.conf:17 Unknown key 'colour'; an import has file, site, use and title.
                        sites.conf:17 Unknown use 'pages'; there are page, asset, media, background and embedded.
                        sites.conf:18 An import is { file = …, site = …, use = page }.
                        domains:2 This is no domain; correct or remove the line.
                        domains:3 This is no domain; correct or remove the line.
                        gone:0 This list of domains cannot be read: NoSuchFileException
                        latin:1 This is no domain; correct or remove the line.""");
    }

    @Test
    void aHostOfAShippedSiteInANewOneIsAProblemOfTheLineThatWasWrittenHere() throws IOException {
        assertThat(problems(SHIPPED + "sites.messenger.page = [messenger.com]"))
                .matches("sites.conf:2 'messenger.com' of messenger stands in facebook already"
                        + " \\(shipped modicum/sites.conf:[0-9]+\\); remove one of them.");
    }

    @Test
    void aListOfSomethingElseIsToldInAFewLines() throws IOException {
        Files.writeString(
                folder.resolve("domains"),
                IntStream.rangeClosed(1, 500).mapToObj(i -> "/url/" + i).collect(Collectors.joining("\n")));

        assertThat(problems(SHIPPED + "import = [{ file = domains, site = urls, use = page }]")
                        .lines())
                .hasSize(11)
                .contains("domains:10 This is no domain; correct or remove the line.")
                .contains("domains:0 490 more lines are no domains. Is this a list of domains?");
    }

    @Test
    void anImportIntoASiteThatIsOffIsAProblem() throws IOException {
        Files.writeString(folder.resolve("domains"), "forum.example\n");

        assertThat(problems(SHIPPED + """
                sites.reddit = null
                import = [{ file = domains, site = reddit, use = page }]
                """)).isEqualTo("sites.conf:3 Site 'reddit' is off; import into another one.");
    }

    @Test
    void aCatalogueInWhichNothingIsLeftIsAProblem() throws IOException {
        assertThat(problems("sites.one.page = [one.example]\nown = [one.example]"))
                .isEqualTo(
                        "sites.conf:0 No site has a host that is neither own nor denied: there is nothing to look for.");
        assertThat(problems("sites {}"))
                .isEqualTo(
                        "sites.conf:0 No site has a host that is neither own nor denied: there is nothing to look for.");
        assertThat(problems("")).isEqualTo("sites.conf:0 There is no block 'sites { … }'.");
    }

    @Test
    void aFileThatIsMissingOrNotHoconIsAProblemAndNoException() throws IOException {
        Problems problems = new Problems();
        SitesFile.read(folder.resolve("none.conf"), problems);

        assertThat(problems.list()).hasSize(1);
        assertThat(problems("sites { one {")).contains("This is not HOCON");
        assertThat(problems("deny = ${nothing}")).contains("This is not HOCON");
        assertThat(problems("include required(classpath(\"modicum/gone.conf\"))"))
                .contains("This is not HOCON");
    }

    private Catalogue read(String text) throws IOException {
        Files.writeString(folder.resolve("sites.conf"), text);
        Problems problems = new Problems();
        Catalogue catalogue = SitesFile.read(folder.resolve("sites.conf"), problems);
        problems.throwIfAny();
        return catalogue;
    }

    /** As {@code file:line message}. */
    private String problems(String text) throws IOException {
        Files.writeString(folder.resolve("sites.conf"), text);
        Problems problems = new Problems();
        SitesFile.read(folder.resolve("sites.conf"), problems);
        return problems.list().stream()
                .map(problem ->
                        Path.of(problem.source()).getFileName() + ":" + problem.line() + " " + problem.message())
                .collect(Collectors.joining("\n"));
    }
}
