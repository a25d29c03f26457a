package org.modicum.pipeline.flag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.seal.Age;
import org.modicum.pipeline.seal.Archive;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.Sites;

/** Grants from the file that people signed to the file that the recipient opens, through {@code main}. */
class FlagRunTest {
    private static final Sites TWO = new Sites(List.of("facebook", "youtube"));

    @TempDir
    static Path folder;

    private static FlagSite site;

    @BeforeAll
    static void twoReleasedWeeks() throws IOException {
        site = FlagSite.in(folder).ready();
    }

    @Test
    void anExecutedGrantIsOneFileThatItsRecipientAloneCanRead() throws IOException {
        Grant grant = site.about("HR-2026-1", TWO, 1, "a.smith", "b.reed");
        FlagSite.Outcome flagged = site.run("flag", site.signed(grant).toString());

        assertThat(flagged.code()).as(flagged.err()).isZero();
        Map<String, String> files = site.opened("HR-2026-1");
        assertThat(files.keySet()).containsExactly("flag.html", "flag.json");
        assertThat(fixed(files.get("flag.json"))).isEqualTo(golden("flag.json"));
        assertThat(files.get("flag.html"))
                .contains("potential excessive use; needs review by a person", "a.smith", "Not above the threshold")
                .doesNotContain("<script", "reddit", "c.khan", "e.lamb");
        assertThat(names(flagged.out() + flagged.err())).isEmpty();
        assertThat(filesWithNames()).isEmpty();
    }

    @Test
    void theFileIsInTheLogBeforeItIsThereAndItsProofHolds() throws IOException {
        Grant grant = site.about("HR-2026-2", TWO, 1, "a.smith");
        assertThat(site.run("flag", site.signed(grant).toString()).code()).isZero();

        Path sealed = site.sealed("HR-2026-2").get(0);
        List<Entry> own = of(grant);
        assertThat(own.stream().map(Entry::kind))
                .containsExactly(
                        Kind.GRANT_REQUESTED,
                        Kind.GRANT_SIGNED,
                        Kind.GRANT_SIGNED,
                        Kind.GRANT_INTENT,
                        Kind.FLAG,
                        Kind.GRANT_COMPLETE);
        assertThat(own.get(4).text("file")).isEqualTo(Digests.sha256(Files.readAllBytes(sealed)));
        assertThat(own.get(4).texts("weeks")).containsExactly("2026-W10", "2026-W11");
        assertThat(site.run("audit", "verify", "--proof", sealed + ".tlog-proof", sealed.toString())
                        .code())
                .isZero();
    }

    @Test
    void usedUpItIsRefusedAndTheRefusalIsLogged() throws IOException {
        Grant grant = site.about("HR-2026-3", TWO, 1, "a.smith");
        Path file = site.signed(grant);
        assertThat(site.run("flag", file.toString()).code()).isZero();

        FlagSite.Outcome again = site.run("flag", file.toString());

        assertThat(again.code()).isEqualTo(77);
        assertThat(again.out()).contains("USED_UP");
        assertThat(site.sealed("HR-2026-3")).hasSize(1);
        assertThat(refusals(file)).containsExactly(List.of("USED_UP"));
    }

    @Test
    void aGrantThatDoesNotHoldNamesNobodyAndTheOthersAreUsedAllTheSame() throws IOException {
        Path bad = Files.move(
                site.signedByOne(site.about("HR-2026-4", TWO, 1, "a.smith")), folder.resolve("a.smith.json"));
        Path good = site.signed(site.about("HR-2026-5", TWO, 1, "a.smith"));

        FlagSite.Outcome outcome = site.run("flag", bad.toString(), good.toString());

        assertThat(outcome.code()).isEqualTo(77);
        assertThat(site.sealed("HR-2026-4")).isEmpty();
        assertThat(site.sealed("HR-2026-5")).hasSize(1);
        assertThat(refusals(bad)).containsExactly(List.of("TOO_FEW_PEOPLE", "TOO_FEW_ROLES"));
        assertThat(names(outcome.out() + outcome.err())).isEmpty();
        assertThat(filesWithNames()).isEmpty();
    }

    @Test
    void thatNobodyIsAboveIsSealedAsWellAndIsAsLarge() throws IOException {
        assertThat(site.run(
                                "flag",
                                site.signed(site.about("HR-2026-6", TWO, 1, "b.reed"))
                                        .toString(),
                                site.signed(site.about("HR-2026-7", TWO, 1, "a.smith", "c.khan"))
                                        .toString())
                        .code())
                .isZero();

        assertThat(site.opened("HR-2026-6").get("flag.json")).contains("\"flags\" : [ ]");
        assertThat(site.opened("HR-2026-6").get("flag.html")).contains("Nobody is above the threshold");
        assertThat(Files.size(site.sealed("HR-2026-6").get(0)))
                .isEqualTo(Files.size(site.sealed("HR-2026-7").get(0)))
                .isGreaterThan(Archive.LEAST);
    }

    @Test
    void ofAWholeDepartmentOnlyThoseAboveAreNamed() throws IOException {
        Grant grant = site.aboutDepartment("HR-2026-8", "Registry");
        assertThat(site.run("flag", site.signed(grant).toString()).code()).isEqualTo(77);

        assertThat(site.run("flag", site.signedByAll(grant).toString()).code()).isZero();

        Map<String, String> files = site.opened("HR-2026-8");
        assertThat(files.get("flag.json")).contains("a.smith", "c.khan").doesNotContain("b.reed", "e.lamb");
        assertThat(files.get("flag.html")).contains("a.smith", "c.khan").doesNotContain("b.reed", "e.lamb");
    }

    @Test
    void aWeeklyThresholdIsMeasuredOverTheWeek() throws IOException {
        Grant grant = site.about("HR-2026-9", Sites.ALL, 1, "e.lamb");
        assertThat(site.run("flag", site.signed(grant).toString()).code()).isZero();

        assertThat(site.opened("HR-2026-9").get("flag.json"))
                .contains("\"per\" : \"week\"", "\"low\" : 70.0", "\"thresholdMinutes\" : 60");
    }

    @Test
    void whoeverMovedIsLookedAtInTheDepartmentThatTheGrantIsAbout() throws IOException {
        Grant grant = site.about("HR-2026-11", Sites.ALL, 1, "g.moved");
        assertThat(site.run("flag", site.signed(grant).toString()).code()).isZero();

        assertThat(site.opened("HR-2026-11").get("flag.json"))
                .contains("\"day\" : \"2026-03-03\"", "\"department\" : \"Registry\"")
                .doesNotContain("Library", "2026-03-05");
    }

    @Test
    void theThresholdIsTheOneThatWasFrozenWhenTheWeekBegan() throws IOException {
        Path protocol = folder.resolve("protocols/registry.conf");
        String before = Files.readString(protocol);
        Files.writeString(protocol, before.replace("minutes = 30", "minutes = 1"));
        Grant grant = site.about("HR-2026-12", Sites.ALL, 1, "b.reed");

        int code = site.run("flag", site.signed(grant).toString()).code();

        Files.writeString(protocol, before);
        assertThat(code).isZero();
        assertThat(site.opened("HR-2026-12").get("flag.json")).contains("\"flags\" : [ ]");
    }

    @Test
    void aReportToAPersonIsNotAFlagAndNoUseIsCounted() throws IOException {
        Grant grant = site.report("SAR-2026-1", "b.reed", FlagSite.FIRST, FlagSite.SECOND);
        Path file = site.signed(grant);

        assertThat(site.run("flag", file.toString()).code()).isEqualTo(64);
        assertThat(of(grant)).isEmpty();
    }

    @Test
    void theRecipientCanHaveTheProofCheckedBeforeAnythingIsOpened() throws IOException {
        assertThat(site.run(
                                "flag",
                                site.signed(site.about("HR-2026-31", TWO, 1, "a.smith"))
                                        .toString())
                        .code())
                .isZero();
        Path sealed = site.sealed("HR-2026-31").get(0);
        Path moved = Files.copy(sealed, folder.resolve("moved.age"));
        Path proof = Path.of(sealed + ".tlog-proof");

        FlagSite.Outcome proven = openWithKey(moved, "--proof", proof.toString());
        FlagSite.Outcome without = openWithKey(moved);

        assertThat(proven.code()).as(proven.err()).isZero();
        assertThat(proven.out()).contains("Sealed by the Modicum of the log " + FlagSite.ORIGIN, "case_ref=HR-2026-31");
        assertThat(without.code()).isEqualTo(66);
        Files.write(moved, new byte[] {0}, StandardOpenOption.APPEND);
        assertThat(openWithKey(moved, "--proof", proof.toString()).code()).isEqualTo(77);
    }

    /** Whatever is refused has its digest in the log, and so whoever can hand something in can have a proof of it. */
    @Test
    void aForgedFileIsNotOpenedThoughTheLogHasItsDigest() throws IOException {
        Path forged = Files.write(
                folder.resolve("forged.age"),
                Age.encrypt(
                        Archive.of(Map.of("flag.html", "She did it.".getBytes(UTF_8))),
                        FlagSite.RECIPIENT.recipient()));
        assertThat(site.run("flag", forged.toString()).code()).isEqualTo(77);
        assertThat(site.run("audit", "prove", forged.toString(), "--out", forged + ".tlog-proof")
                        .code())
                .isZero();

        FlagSite.Outcome opened = openWithKey(forged);

        assertThat(opened.code()).isEqualTo(77);
        assertThat(opened.err()).contains("no sealed file", "grant_refused");
        assertThat(folder.resolve("opened-forged.age")).doesNotExist();
    }

    private static FlagSite.Outcome openWithKey(Path file, String... more) throws IOException {
        Path identity = Files.writeString(folder.resolve("key.txt"), FlagSite.RECIPIENT.identity());
        List<String> command = new ArrayList<>(List.of(
                "flag",
                "open",
                file.toString(),
                "--identity",
                identity.toString(),
                "--key",
                site.settings().audit().resolve("public-key").toString(),
                "--to",
                folder.resolve("opened-" + file.getFileName()).toString()));
        command.addAll(List.of(more));
        return site.run(command.toArray(String[]::new));
    }

    @Test
    void whatTheRecipientOpensIsReadableByThemAlone() throws IOException {
        assertThat(site.run(
                                "flag",
                                site.signed(site.about("HR-2026-10", TWO, 1, "a.smith"))
                                        .toString())
                        .code())
                .isZero();
        Path identity =
                Files.writeString(folder.resolve("identity.txt"), "# a comment\n" + FlagSite.RECIPIENT.identity());
        Path to = folder.resolve("opened");
        String sealed = site.sealed("HR-2026-10").get(0).toString();

        FlagSite.Outcome opened =
                site.run("flag", "open", sealed, "--identity", identity.toString(), "--to", to.toString());

        assertThat(opened.code()).as(opened.err()).isZero();
        assertThat(to.resolve("flag.json")).content().contains("a.smith");
        assertThat(Files.getPosixFilePermissions(to.resolve("flag.html"))).hasSize(2);
        assertThat(site.run(
                                "flag",
                                "keygen",
                                "--out",
                                folder.resolve("other.txt").toString())
                        .out())
                .startsWith("age1");
        FlagSite.Outcome other = site.run(
                "flag",
                "open",
                sealed,
                "--identity",
                folder.resolve("other.txt").toString(),
                "--to",
                folder.resolve("nowhere").toString());
        assertThat(other.code()).isEqualTo(77);
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    static List<Entry> of(Grant grant) throws IOException {
        String digest = Digests.sha256(grant.body());
        return site.entries().stream()
                .filter(entry -> entry.digests().contains(digest))
                .toList();
    }

    private static List<List<String>> refusals(Path file) throws IOException {
        String digest = Digests.sha256(Files.readAllBytes(file));
        return site.entries().stream()
                .filter(entry -> entry.kind() == Kind.GRANT_REFUSED
                        && entry.text("envelope").equals(digest))
                .map(entry -> entry.texts("reasons"))
                .toList();
    }

    /** Every file below the home whose bytes or name tell who anybody is. */
    private static List<String> filesWithNames() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(site.home())) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (!names(Files.readString(file, ISO_8859_1) + file.getFileName())
                        .isEmpty()) {
                    found.add(site.home().relativize(file).toString());
                }
            }
        }
        return found;
    }

    private static List<String> names(String text) {
        return FlagSite.NAMES.stream().filter(text::contains).toList();
    }

    private static String fixed(String json) {
        return json.replaceAll("\"grant\" : \"[0-9a-f]{64}\"", "\"grant\" : \"GRANT\"")
                .replaceAll("\"run\" : \"[^\"]+\"", "\"run\" : \"RUN\"")
                .replaceAll("\"made\" : \"[^\"]+\"", "\"made\" : \"TIME\"")
                .replaceAll("\"snapshot\" : \"[0-9]+\"", "\"snapshot\" : \"SNAPSHOT\"");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = FlagRunTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
