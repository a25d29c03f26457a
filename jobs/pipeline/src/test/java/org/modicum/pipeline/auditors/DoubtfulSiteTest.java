package org.modicum.pipeline.auditors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.nightly.AuditFiles;
import org.modicum.pipeline.nightly.TestSite;

/** Where something does not hold, the page says so, is written all the same, and the command ends with another code than 0. */
class DoubtfulSiteTest {
    @TempDir
    static Path folder;

    private static AuditedSite audited;
    private TestSite site;

    @BeforeAll
    static void aDemo() throws IOException {
        audited = AuditedSite.in(folder);
    }

    @BeforeEach
    void anew() throws IOException {
        site = audited.anew();
    }

    @Test
    void aBrokenLogIsShownAsBrokenAndNothingThatItSaysIsShown() throws IOException {
        for (Path entries : bundles()) {
            byte[] bytes = Files.readAllBytes(entries);
            bytes[bytes.length / 2] ^= 1;
            Files.write(entries, bytes);
        }

        TestSite.Outcome outcome = audited.report();

        assertThat(outcome.code()).isEqualTo(77);
        assertThat(outcome.out()).contains("The auditors' page: ", "The audit log DOES NOT HOLD. ALTERED");
        assertThat(audited.page())
                .contains(
                        "DOES NOT HOLD",
                        "“none” means that nobody knows",
                        "No run can begin on this installation",
                        "activity of pseudonyms")
                .contains("<tr class=\"wrong\"><th scope=\"row\"><a href=\"#log\">Audit log</a></th>");
        assertThat(audited.rows("grants")).isEmpty();
        assertThat(audited.rows("events")).isEmpty();
        assertThat(audited.rows("held").get(0).path("rows").asLong()).isPositive();
        assertThat(audited.rows("certificates"))
                .as("a certificate needs the key alone")
                .allMatch(row -> row.path("verified").asText().equals("verified"));
        assertThat(audited.folder().resolve("report.json.tlog-proof")).doesNotExist();
    }

    @Test
    void aLogThatWasTakenAwayIsMissed() throws IOException {
        AuditFiles.delete(site.home().resolve("audit"));

        TestSite.Outcome outcome = audited.report();

        assertThat(outcome.code()).isEqualTo(77);
        assertThat(audited.page()).contains("There is no audit log, or its public key is not beside it");
    }

    @Test
    void aCertificateThatWasChangedIsNotVerifiedAndIsMissed() throws IOException {
        Path certificate = certificate();
        String text = Files.readString(certificate);
        int at = text.indexOf("\"payload\"") + 40;
        char other = text.charAt(at) == 'A' ? 'B' : 'A';
        Files.writeString(certificate, text.substring(0, at) + other + text.substring(at + 1));

        TestSite.Outcome outcome = audited.report();

        assertThat(outcome.code()).isEqualTo(77);
        assertThat(outcome.err()).contains("NOT VERIFIED", "MISSING, or changed");
        assertThat(audited.rows("certificates"))
                .filteredOn(row -> row.path("mark").asText().equals("wrong"))
                .hasSize(1)
                .allMatch(row -> row.path("verified").asText().startsWith("NOT VERIFIED: A signature does not hold"))
                .allMatch(row -> row.path("says").asText().isEmpty());
        assertThat(audited.page()).contains("NOT VERIFIED: A signature does not hold");
    }

    @Test
    void aCertificateWithoutItsProofIsNotVerified() throws IOException {
        Files.delete(Path.of(certificate() + ".tlog-proof"));

        assertThat(audited.report().code()).isEqualTo(77);
        assertThat(audited.page()).contains("NOT VERIFIED: the proof beside it is missing");
    }

    @Test
    void aCertificateThatIsGoneIsMissing() throws IOException {
        Path certificate = certificate();
        Files.delete(certificate);

        TestSite.Outcome outcome = audited.report();

        assertThat(outcome.code()).isEqualTo(77);
        String run = certificate.getFileName().toString().replace(".json", "");
        assertThat(outcome.err()).contains("The certificate of run " + run + " is in the log, and not in the folder");
    }

    @Test
    void aTableThatNamesFilesThatAreNotThereIsNotKnown() throws IOException {
        try (Stream<Path> tree = Files.walk(site.home().resolve("store/warehouse/modicum/activity/data"))) {
            Files.delete(tree.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow());
        }

        TestSite.Outcome outcome = audited.report();

        assertThat(outcome.code()).isEqualTo(77);
        assertThat(audited.rows("held").get(0).path("state").asText()).startsWith("NOT KNOWN");
        assertThat(audited.page()).contains("What is held of activity is not known");
    }

    @Test
    void aHoldThatDoesNotCountIsWrong() throws IOException {
        Files.createDirectories(site.home().resolve("holds"));
        Files.writeString(site.home().resolve("holds/some.json"), "{}");

        assertThat(audited.report().code()).isEqualTo(77);
        assertThat(audited.page()).contains("DOES NOT COUNT");
    }

    @Test
    void withoutTheStaffDirectoryNobodyCanTellHowGrantsStand() throws IOException {
        Files.writeString(site.folder().resolve("staff.csv"), "no directory\n");

        assertThat(audited.report().code()).isEqualTo(77);
        assertThat(audited.page()).contains("How grants stand today is not known");
        assertThat(audited.rows("grants").get(0).path("state").asText()).isEqualTo("not known");
        assertThat(audited.files().get("dpia.html")).contains("not known: staff, registry or revocations");
    }

    @Test
    void aCatalogueThatCannotBeOpenedLeavesThePageWithoutTables() throws IOException {
        Path catalogue = site.home().resolve("store/catalogue.db");
        Files.deleteIfExists(Path.of(catalogue + "-wal"));
        Files.writeString(catalogue, "no database, whatever it is called".repeat(200));

        TestSite.Outcome outcome = audited.report();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(audited.rows("held").get(0).path("state").asText()).startsWith("NOT KNOWN");
        assertThat(audited.page()).contains("Thresholds are not known");
    }

    /** What stands in the way is put where the new page is written before it takes the old one's place. */
    @Test
    void aReportThatIsStoppedHalfwayLeavesTheOneBeforeAsItWas() throws IOException {
        assertThat(audited.report().code()).isZero();
        Map<String, String> before = audited.files();
        Path part = site.home().resolve("audit/index.html.part");
        Files.createDirectories(part.resolve("in-the-way"));

        assertThat(audited.report().code()).isEqualTo(1);

        String link = before.get("index.html").replaceAll("(?s).*href=\"(audit-report/[^\"]*report.json)\".*", "$1");
        assertThat(audited.page()).isEqualTo(before.get("index.html"));
        assertThat(Files.readString(site.home().resolve("audit").resolve(link))).isEqualTo(before.get("report.json"));

        AuditFiles.delete(part);
        assertThat(audited.report().code()).isZero();
        assertThat(audited.page()).isNotEqualTo(before.get("index.html"));
        assertThat(audited.folder()).as("nothing of the others is left").isDirectory();
    }

    @Test
    void itIsWrittenElsewhereButNotAmongWhatModicumKeepsNorOverSomebodysPage() throws IOException {
        Path out = folder.resolve("out");
        assertThat(site.run("audit", "report", "--out", out.toString()).code()).isZero();
        assertThat(AuditedSite.files(out)).containsKeys("index.html", "report.json", "held.csv", "notice.html");
        assertThat(site.run("audit", "report", "--out", out.toString()).code())
                .as("again")
                .isZero();

        TestSite.Outcome inside = site.run(
                "audit", "report", "--out", site.home().resolve("reports").toString());
        assertThat(inside.code()).isEqualTo(64);
        assertThat(site.home().resolve("reports/index.html")).doesNotExist();

        Files.writeString(out.resolve("index.html"), "<h1>My page</h1>");
        assertThat(site.run("audit", "report", "--out", out.toString()).code()).isEqualTo(64);
        assertThat(out.resolve("index.html")).hasContent("<h1>My page</h1>");
        AuditFiles.delete(out);
    }

    /** The files of entries, shorter ones that a longer one replaced among them. */
    private List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(site.home().resolve("audit/tile/entries"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Path certificate() throws IOException {
        try (Stream<Path> files = Files.list(site.home().resolve("certificates"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
