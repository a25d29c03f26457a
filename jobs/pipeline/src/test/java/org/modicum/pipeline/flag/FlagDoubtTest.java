package org.modicum.pipeline.flag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.cli.Main;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.protocol.IsoWeek;

/** Crashes, races, replays and wider looks; and a site at which no grant was ever handed in. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FlagDoubtTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static FlagSite site;

    @BeforeAll
    static void twoReleasedWeeks() throws IOException {
        site = FlagSite.in(folder).ready();
    }

    @Test
    @Order(1)
    void withoutGrantsNoByteNamesAnybodyAndTheCodeThatCouldIsNotEvenLoaded() throws Exception {
        Path loaded = folder.resolve("loaded.txt");
        Process night = process("-Xlog:class+load:file=" + loaded, "nightly", "--as-of", FlagSite.AFTER.toString());

        assertThat(night.waitFor()).isZero();
        assertThat(Files.readString(loaded))
                .contains("org.modicum.pipeline.nightly.Nightly ")
                .doesNotContain(
                        "org.modicum.pipeline.flag.", "org.modicum.policy.flag.", "com.exceptionfactory.jagged.");
        assertThat(site.home().resolve("grants/sealed")).doesNotExist();
        try (Stream<Path> tree = Files.walk(site.home())) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, ISO_8859_1) + file.getFileName();
                assertThat(FlagSite.NAMES.stream().filter(text::contains))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    @Order(2)
    void aCrashBetweenIntentAndOutputBurnsTheUse() throws IOException {
        Grant grant = site.about("HR-2026-1", Sites.ALL, 1, "a.smith");
        Path file = site.signed(grant);
        Path sealed = site.home().resolve("grants/sealed");
        Files.createDirectories(sealed.getParent());
        Files.writeString(sealed, "in the way");
        assertThat(site.run("flag", file.toString()).code()).isEqualTo(1);
        Files.delete(sealed);

        FlagSite.Outcome again = site.run("flag", file.toString());

        assertThat(again.code()).isEqualTo(77);
        assertThat(again.out()).contains("USED_UP");
        assertThat(site.sealed("HR-2026-1")).isEmpty();
        assertThat(of(grant, Kind.GRANT_INTENT)).hasSize(1);
        assertThat(of(grant, Kind.FLAG)).as("the entry comes before the file").hasSize(1);
        assertThat(of(grant, Kind.GRANT_COMPLETE)).isEmpty();
    }

    @Test
    @Order(3)
    void aMissingKeyEndsTheUseWithoutOutputAndTheTimerLeavesTheRestToAPerson() throws IOException {
        Grant grant = site.about("HR-2026-2", Sites.ALL, 5, "a.smith");
        Path file = site.signed(grant);
        assertThat(site.run("grant", "submit", file.toString()).code()).isZero();
        Path key = site.home().resolve("keys/2026-W10.key");
        Path away = Files.move(key, folder.resolve("away.key"));
        assertThat(site.run("flag").code()).isEqualTo(77);
        Files.move(away, key);

        FlagSite.Outcome night = site.run("flag");

        assertThat(night.code()).isZero();
        assertThat(night.out()).contains("began and did not end").doesNotContain("a.smith");
        assertThat(site.sealed("HR-2026-2")).isEmpty();
        assertThat(of(grant, Kind.GRANT_INTENT)).hasSize(1);
        assertThat(site.run("flag", file.toString()).code()).isZero();
        assertThat(site.sealed("HR-2026-2")).hasSize(1);
        site.revoke(grant);
    }

    @Test
    @Order(4)
    void theTimerUsesAGrantOnceForTheSameWeeks() throws IOException {
        Grant grant = site.about("HR-2026-3", Sites.ALL, 5, "a.smith");
        assertThat(site.run("grant", "submit", site.signed(grant).toString()).code())
                .isZero();

        for (int night = 0; night < 4; night++) {
            assertThat(site.run("flag").code()).isZero();
        }

        assertThat(site.sealed("HR-2026-3")).hasSize(1);
        assertThat(of(grant, Kind.GRANT_INTENT)).hasSize(1);
    }

    @Test
    @Order(5)
    void ofTwoRunsAtOnceOnTheLastUseOneMakesAFile() throws Exception {
        Grant grant = site.about("HR-2026-4", Sites.ALL, 1, "a.smith");
        Path file = site.signed(grant);
        List<Process> runs = List.of(
                process("-Xshare:auto", "flag", file.toString()), process("-Xshare:auto", "flag", file.toString()));
        List<Integer> codes = new ArrayList<>();
        for (Process run : runs) {
            codes.add(run.waitFor());
        }

        assertThat(codes).containsOnlyOnce(0);
        assertThat(codes).containsAnyOf(75, 77);
        assertThat(site.sealed("HR-2026-4")).hasSize(1);
        assertThat(of(grant, Kind.GRANT_INTENT)).hasSize(1);
    }

    @Test
    @Order(6)
    void aChangedGrantIsRefused() throws IOException {
        Path file = site.signed(site.about("HR-2026-5", Sites.ALL, 1, "a.smith"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[200] ^= 1;
        Files.write(file, bytes);

        assertThat(site.run("flag", file.toString()).code()).isEqualTo(77);
        assertThat(site.entries().stream()
                        .filter(entry -> entry.kind() == Kind.GRANT_REFUSED)
                        .anyMatch(entry -> entry.text("envelope").equals(Digests.sha256(bytes))))
                .isTrue();
        assertThat(site.sealed("HR-2026-5")).isEmpty();
    }

    @Test
    @Order(7)
    void nothingOutsideTheGrantIsEverInTheFile() throws IOException {
        Random random = new Random(5);
        for (int grant = 0; grant < 12; grant++) {
            List<String> sites = some(random, List.of("facebook", "linkedin", "reddit", "youtube"));
            List<String> people = some(random, FlagSite.NAMES.subList(0, 4));
            IsoWeek from = random.nextBoolean() ? FlagSite.FIRST : FlagSite.SECOND;
            IsoWeek to = from.equals(FlagSite.FIRST) && random.nextBoolean() ? FlagSite.FIRST : FlagSite.SECOND;
            String reference = "HR-2026-7" + (10 + grant);
            Grant whole = site.about(reference, new Sites(sites), 1, people.toArray(String[]::new));
            Grant narrow = site.grant(reference, whole.purpose(), whole.sites(), 1, from, to);

            assertThat(site.run("flag", site.signed(narrow).toString()).code()).isZero();

            JsonNode file = JSON.readTree(site.opened(reference).get("flag.json"));
            List<String> named = file.get("people").findValuesAsText("name");
            assertThat(named).containsExactlyInAnyOrderElementsOf(people);
            file.findValues("bySite")
                    .forEach(bySite -> bySite.fieldNames()
                            .forEachRemaining(name -> assertThat(sites).contains(name)));
            file.findValues("workRelated")
                    .forEach(bySite -> bySite.fieldNames()
                            .forEachRemaining(name -> assertThat(sites).contains(name)));
            file.findValuesAsText("week")
                    .forEach(week -> assertThat(IsoWeek.parse(week)).isBetween(from, to));
        }
    }

    @Test
    @Order(8)
    void aRefusedGrantStopsNeitherTheNightNorTheOtherGrantsButIsNoSuccess() throws IOException {
        Path live = site.home().resolve("grants/live");
        Path bad =
                Files.copy(site.signedByOne(site.about("HR-2026-80", Sites.ALL, 1, "a.smith")), live.resolve("a.json"));
        Grant good = site.about("HR-2026-81", Sites.ALL, 1, "a.smith");
        assertThat(site.run("grant", "submit", site.signed(good).toString()).code())
                .isZero();

        FlagSite.Outcome night = site.run("nightly", "--as-of", FlagSite.AFTER.toString());
        Files.delete(bad);

        assertThat(night.code()).isEqualTo(77);
        assertThat(night.out()).contains("HR-2026-80", "TOO_FEW_PEOPLE", "Sealed for the recipient of HR-2026-81");
        assertThat(site.sealed("HR-2026-81")).hasSize(1);
        assertThat(site.run("nightly", "--as-of", FlagSite.AFTER.toString()).code())
                .isZero();
    }

    @Test
    @Order(9)
    void aGrantThatWasTakenBackOrUsedUpIsNoLongerTried() throws IOException {
        Grant grant = site.about("HR-2026-90", Sites.ALL, 5, "a.smith");
        assertThat(site.run("grant", "submit", site.signed(grant).toString()).code())
                .isZero();
        site.revoke(grant);

        assertThat(site.run("flag").code()).isZero();
        assertThat(of(grant, Kind.GRANT_INTENT)).isEmpty();
        assertThat(site.run("flag", site.signed(grant).toString()).out()).contains("REVOKED");
        assertThat(site.sealed("HR-2026-90")).isEmpty();
    }

    /** And what was worked out in memory is in no file, whenever the run dies. */
    @Test
    @Order(10)
    void killedAtAnyMomentAUseIsBurnedAndNeverFreed() throws Exception {
        Grant grant = site.about("HR-2026-91", Sites.ALL, 5, "a.smith");
        Path file = site.signed(grant);
        long start = System.nanoTime();
        assertThat(process("-Xmx512m", "flag", file.toString()).waitFor()).isZero();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Random moments = new Random(5);
        int begun = 1;
        for (int kill = 0; kill < 8; kill++) {
            Process run = process("-Xmx512m", "flag", file.toString());
            if (!run.waitFor((long) (millis * (0.4 + 0.6 * moments.nextDouble())), TimeUnit.MILLISECONDS)) {
                run.destroyForcibly().waitFor();
            }
            nothingIsInTheClear();
            int now = of(grant, Kind.GRANT_INTENT).size();
            assertThat(now).isBetween(begun, grant.maxUses());
            assertThat(of(grant, Kind.FLAG).size()).isLessThanOrEqualTo(now);
            assertThat(site.sealed("HR-2026-91").size())
                    .isLessThanOrEqualTo(of(grant, Kind.FLAG).size());
            begun = now;
        }
    }

    private static void nothingIsInTheClear() throws IOException {
        try (Stream<Path> tree = Files.walk(site.home())) {
            for (Path found : tree.filter(Files::isRegularFile)
                    .filter(path -> !path.startsWith(site.home().resolve("grants/live")))
                    .toList()) {
                assertThat(Files.readString(found, ISO_8859_1))
                        .as(found.toString())
                        .doesNotContain("a.smith");
            }
        }
    }

    @Test
    @Order(11)
    void afterAllThisTheLogIsWhole() {
        FlagSite.Outcome verified = site.run("audit", "verify");

        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    }

    private static List<String> some(Random random, List<String> all) {
        List<String> some = all.stream().filter(any -> random.nextBoolean()).toList();
        return some.isEmpty() ? all.subList(0, 1) : some;
    }

    private static List<Entry> of(Grant grant, Kind kind) throws IOException {
        String digest = Digests.sha256(grant.body());
        return site.entries().stream()
                .filter(entry -> entry.kind() == kind && entry.digests().contains(digest))
                .toList();
    }

    private static Process process(String option, String... command) throws IOException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Djdk.reflect"))
                .forEach(all::add);
        all.addAll(List.of(option, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        all.addAll(List.of("--config", folder.resolve("modicum.conf").toString()));
        all.addAll(Arrays.asList(command));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(folder, "output", ".txt").toFile())
                .start();
    }
}
