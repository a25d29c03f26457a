package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.demo.Demo;
import org.modicum.pipeline.demo.DemoPlan;
import org.modicum.pipeline.nightly.HowTo;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.policy.protocol.IsoWeek;

/** The demo's first week is past its time: certified, and nothing of it is left. */
class DemoTest {
    private static final int WEEKS = 3;

    @TempDir
    static Path folder;

    private static final LocalDate TODAY = LocalDate.now();
    private static Path demo;
    private static KeyCopies said;

    @BeforeAll
    static void aDemo() {
        demo = folder.resolve("demo");
        said = new KeyCopies(demo.resolve("var/keys"));
        Demo.run(new DemoPlan(demo, 120, WEEKS, 1, TODAY), said);
    }

    /** {@code docs/how-to/audit.md}. */
    @Test
    void anAuditorComesFromAnEmptyLaptopToAVerifiedCertificate() throws Exception {
        String printed = HowTo.run("audit.md", folder);

        assertThat(printed)
                .contains("deleted and verified", "ordered by  standing rule", "keys destroyed of", "not covered")
                .contains("The auditors' page: ", "audit_report")
                .contains("holds: ", "continues the checkpoint in laptop/kept.checkpoint")
                .contains("The proof holds for laptop/reports")
                .contains("case_ref=DEMO-2026-1", "REQUESTER_SIGNED");
    }

    @Test
    void theFirstWeekIsGoneTheCertificatesHoldAndTheNextNightHasNothingToDo() throws IOException {
        TestSite site = TestSite.existing(demo);
        IsoWeek first = IsoWeek.of(TODAY).plusWeeks(-WEEKS - 1);
        Path staff = demo.resolve("staff.csv");

        assertThat(site.home().resolve("keys/" + first + ".key")).doesNotExist();
        assertThat(DecodedFiles.with(site.home(), PastSite.pseudonyms(said.keys.get(first + ".key"), staff)))
                .isEmpty();
        String kept = first.plusWeeks(WEEKS - 1) + ".key";
        assertThat(DecodedFiles.with(site.home(), PastSite.pseudonyms(said.keys.get(kept), staff)))
                .as("of a week that is held the search finds them")
                .isNotEmpty();
        List<Path> certificates = PastSite.files(PastSite.certificates(site), ".json");
        assertThat(certificates).isNotEmpty();
        for (Path certificate : certificates) {
            TestSite.Outcome verified = site.run(
                    "audit",
                    "certificate",
                    "--key",
                    site.home().resolve("audit/public-key").toString(),
                    certificate.toString());
            assertThat(verified.code()).as(verified.err()).isZero();
        }
        TestSite.Outcome next = site.run("nightly");
        assertThat(next.code()).as(next.out() + next.err()).isZero();
        assertThat(next.out()).contains("Nothing to do").doesNotContain("past their time");
    }

    /** Keys are destroyed with their weeks; whoever wants to look for pseudonyms afterwards has to copy them before. */
    private static final class KeyCopies extends PrintStream {
        private final Path folder;
        private final Map<String, String> keys = new HashMap<>();

        KeyCopies(Path folder) {
            super(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            this.folder = folder;
        }

        @Override
        public void println(String line) {
            SizedFile.below(folder).stream()
                    .filter(file -> file.name().endsWith(".key"))
                    .forEach(file -> keys.put(file.name(), text(file.file())));
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
