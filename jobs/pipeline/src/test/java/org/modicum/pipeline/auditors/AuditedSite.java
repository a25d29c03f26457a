package org.modicum.pipeline.auditors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.modicum.pipeline.approver.KeyFile;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.demo.Demo;
import org.modicum.pipeline.demo.DemoPlan;
import org.modicum.pipeline.nightly.AuditFiles;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.retention.About;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.signature.Ed25519Signer;

/**
 * The demo's site: released weeks, one that was deleted and certified, a grant that was used and one that was refused. A
 * copy is kept, so that every test has it anew in the same place.
 */
final class AuditedSite {
    private static final char[] PASSPHRASE = "the demo's passphrase".toCharArray();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestSite site;
    private final Path kept;

    private AuditedSite(TestSite site, Path kept) {
        this.site = site;
        this.kept = kept;
    }

    static AuditedSite in(Path folder) throws IOException {
        Path demo = folder.resolve("demo");
        Demo.run(
                new DemoPlan(demo, 60, 2, 1, LocalDate.now(ZoneOffset.UTC)),
                new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
        shorten(demo.resolve("logs"));
        AuditFiles.copy(demo, folder.resolve("kept"));
        return new AuditedSite(TestSite.existing(demo), folder.resolve("kept"));
    }

    /** They were read; a beginning is enough to know whom and what they are about. */
    private static void shorten(Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            for (Path log : files.toList()) {
                try (Stream<String> lines = Files.lines(log, ISO_8859_1)) {
                    Files.write(log, lines.limit(5000).toList(), ISO_8859_1);
                }
            }
        }
    }

    TestSite anew() throws IOException {
        AuditFiles.delete(site.folder());
        AuditFiles.copy(kept, site.folder());
        return site;
    }

    Settings settings() {
        return SettingsReader.read(site.folder().resolve("modicum.conf"));
    }

    /** Settings that win over those that are there. */
    void set(String line) throws IOException {
        Path file = site.folder().resolve("modicum.conf");
        Files.writeString(file, Files.readString(file) + "\n" + line + "\n");
    }

    TestSite.Outcome report() {
        return site.run("audit", "report");
    }

    Path index() {
        return site.home().resolve("audit/index.html");
    }

    String page() throws IOException {
        return Files.readString(index());
    }

    /** Every file of the report, by its path below the folder of the log. */
    Map<String, String> files() throws IOException {
        return files(site.home().resolve("audit"));
    }

    static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put("index.html", Files.readString(root.resolve("index.html")));
        try (Stream<Path> tree = Files.walk(root.resolve("audit-report"))) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    /** The folder of everything but the first page. */
    Path folder() throws IOException {
        try (Stream<Path> runs = Files.list(site.home().resolve("audit/audit-report"))) {
            List<Path> folders = runs.toList();
            assertThat(folders).hasSize(1);
            return folders.get(0);
        }
    }

    JsonNode json() throws IOException {
        return JSON.readTree(files().get("report.json"));
    }

    /** The rows of a table in the JSON. */
    List<JsonNode> rows(String table) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode found = json().path("tables").path(table);
        assertThat(found.isArray()).as(table).isTrue();
        found.forEach(rows::add);
        return rows;
    }

    Ed25519Signer signer(String name) {
        return KeyFile.open(site.folder().resolve("people").resolve(name), PASSPHRASE.clone());
    }

    /** A hold of two people about one person, who must not be told. */
    void hold(String person, LocalDate review) throws IOException {
        Instant created = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        IsoWeek week = IsoWeek.of(LocalDate.now(ZoneOffset.UTC)).plusWeeks(-2);
        byte[] body = new Hold(
                        created,
                        new CaseReference("LEG-2026-0007"),
                        Hold.Reason.LEGAL_CLAIM,
                        About.parse("person", Optional.of(person)),
                        week,
                        week,
                        review,
                        review.plusDays(20))
                .body();
        Files.createDirectories(site.home().resolve("holds"));
        Files.write(
                site.home().resolve("holds/" + person + ".json"),
                Envelope.sign(PayloadType.HOLD, body, signer("officer"))
                        .alsoSign(PayloadType.HOLD, body, signer("personnel"))
                        .encoded());
    }

    AuditLog log() {
        return AuditLog.open(settings());
    }
}
