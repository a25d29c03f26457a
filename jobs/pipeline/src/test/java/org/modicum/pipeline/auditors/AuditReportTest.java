package org.modicum.pipeline.auditors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.grant.GrantLog;
import org.modicum.pipeline.grant.Publication;
import org.modicum.pipeline.grant.SiteLog;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Revocations;
import org.modicum.policy.pseudonym.Pseudonym;
import org.modicum.policy.retention.DataKind;

/** An auditor sees everything that there is to see on one page, and nobody's name. */
class AuditReportTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

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
    void everyKindOfDataIsThereWithItsRuleAndHowMuchOfItThereIs() throws IOException {
        ok(audited.report());

        List<JsonNode> held = audited.rows("held");
        assertThat(held.stream().map(row -> row.path("kind").asText()))
                .containsExactlyElementsOf(
                        Stream.of(DataKind.values()).map(DataKind::word).toList());
        JsonNode activity = held.get(0);
        assertThat(activity.path("keep").asText()).isEqualTo("21 days");
        assertThat(activity.path("state").asText()).isEqualTo("in time");
        assertThat(activity.path("rows").asLong()).isPositive();
        assertThat(activity.path("bytes").asLong()).isPositive();
        long age =
                ChronoUnit.DAYS.between(LocalDate.parse(activity.path("oldest").asText()), TODAY);
        assertThat(activity.path("age_days").asLong()).isEqualTo(age);
        assertThat(LocalDate.parse(activity.path("due").asText()))
                .isEqualTo(LocalDate.parse(activity.path("oldest").asText()).plusDays(22));
        assertThat(sum("held-parts", "activity", "rows"))
                .isEqualTo(activity.path("rows").asLong());
        assertThat(audited.page()).contains("activity of pseudonyms", "21 days", "Data-protection officer");
    }

    @Test
    void grantsDeletionsReleasesSanctionsAndChangesAreThere() throws IOException {
        witness();
        revoke();
        audited.hold("somebody.kept", TODAY.minusDays(1).plusDays(1));
        ok(audited.report());

        JsonNode grant = audited.rows("grants").get(0);
        assertThat(grant.path("case_ref").asText()).isEqualTo("DEMO-2026-1");
        assertThat(grant.path("uses").asLong()).isEqualTo(1);
        assertThat(grant.path("uses_ended").asLong()).isEqualTo(1);
        assertThat(grant.path("sealed_files").asLong()).isEqualTo(1);
        assertThat(grant.path("state").asText()).startsWith("revoked 20");
        assertThat(grant.path("signed_by").asText()).contains("data-protection-officer", "personnel");
        assertThat(audited.rows("grants-refused").get(0).path("reasons").asText())
                .contains("REQUESTER_SIGNED");
        assertThat(audited.rows("approvers")).hasSize(3);
        assertThat(audited.rows("revocations")).isNotEmpty();
        assertThat(audited.rows("certificates"))
                .isNotEmpty()
                .allMatch(row -> row.path("verified").asText().equals("verified"))
                .anyMatch(row -> row.path("keys_destroyed").asText().matches(".*20[0-9]{2}-W[0-9]{2}.*"));
        assertThat(audited.rows("deletions"))
                .isNotEmpty()
                .allMatch(row -> row.path("outcome").asText().equals("certified"));
        assertThat(audited.rows("standing-rules")).hasSize(1);
        assertThat(audited.rows("holds").get(0).path("about").asText()).isEqualTo("a person");
        assertThat(audited.rows("releases"))
                .hasSize(2)
                .allMatch(row -> row.path("state").asText().equals("as it was logged"));
        assertThat(audited.rows("sanctions").get(0).path("dpia").asText()).isEqualTo("DPIA-DEMO");
        assertThat(audited.rows("sanctions-used")).isNotEmpty();
        assertThat(audited.rows("ingests")).isNotEmpty();
        assertThat(audited.rows("reads").stream().map(row -> row.path("what").asText()))
                .anyMatch(what -> what.contains("a sealed flag file"));
        assertThat(audited.rows("witnesses").get(0).path("state").asText()).isEqualTo("the beginning of this log");
        assertThat(audited.rows("settings")).isNotEmpty();
        assertThat(audited.rows("thresholds"))
                .anyMatch(row -> row.path("threshold").asText().contains(" minutes per "));
        assertThat(audited.rows("keys"))
                .anyMatch(row -> row.path("event").asText().equals("destroyed"));
        for (String section : List.of(
                "held", "holds", "deletions", "grants", "reads", "sanctions", "releases", "log", "changes", "papers")) {
            assertThat(audited.page()).contains("id=\"" + section + "\"", "href=\"#" + section + "\"");
        }
        everyTableOfTheJsonIsOnAPage();
    }

    /** The report that comes next is shown as read, and its proof holds offline. */
    @Test
    void theReportItselfIsInTheLogAndProven() throws IOException {
        ok(audited.report());
        Path report = audited.folder().resolve("report.json");
        TestSite.Outcome proof = site.run(
                "audit",
                "verify",
                "--key",
                site.home().resolve("audit/public-key").toString(),
                "--proof",
                report + ".tlog-proof",
                report.toString());
        ok(proof);
        assertThat(proof.out()).contains("audit_report");

        ok(audited.report());
        assertThat(audited.rows("reads").stream().map(row -> row.path("what").asText()))
                .contains("an auditors’ page");
        assertThat(audited.folder()).as("one report at a time").isNotEqualTo(report.getParent());
        assertThat(site.run("retain").out()).doesNotContain("No rule covers");
    }

    @Test
    void nobodyIsNamedInAnyFile() throws IOException {
        Set<String> canaries = new HashSet<>(List.of("somebody.kept", "jane.stranger"));
        List<String> users = Files.readAllLines(site.folder().resolve("staff.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        canaries.addAll(users);
        canaries.addAll(pseudonyms(users));
        canaries.addAll(addresses());
        audited.hold("somebody.kept", TODAY);
        Files.writeString(site.home().resolve("grants/live/jane.stranger.json"), "{}");
        Files.writeString(site.home().resolve("grants/sealed/jane.stranger.age"), "x");
        Files.writeString(site.home().resolve("certificates/jane.stranger.json"), "{}");
        Files.writeString(site.home().resolve("holds/jane.stranger.json"), "{}");
        Files.writeString(site.home().resolve("jane.stranger.txt"), "x");
        assertThat(canaries).hasSizeGreaterThan(200);

        TestSite.Outcome outcome = audited.report();

        Map<String, String> files = audited.files();
        assertThat(files).hasSizeGreaterThan(25);
        files.put("said", outcome.out() + outcome.err());
        files.forEach((name, text) -> assertThat(canaries.stream().filter(text.toLowerCase(Locale.ROOT)::contains))
                .as(name)
                .isEmpty());
        assertThat(files.get("said")).contains("NOT VERIFIED", "without a rule", "DOES NOT COUNT as one");
    }

    @Test
    void whatIsOverdueSaysSoInRedAndInWords() throws IOException {
        audited.set("modicum.retention.rules.activity.keep = 3 days");

        TestSite.Outcome outcome = audited.report();

        ok(outcome);
        assertThat(outcome.out()).contains("activity (activity of pseudonyms): OVERDUE");
        JsonNode activity = audited.rows("held").get(0);
        assertThat(activity.path("state").asText()).startsWith("OVERDUE: ").contains(" since ", " days)");
        assertThat(activity.path("mark").asText()).isEqualTo("overdue");
        assertThat(audited.page())
                .containsPattern("<tr class=\"overdue\"><th scope=\"row\"><bdi>activity</bdi></th>")
                .contains("<b>Overdue:</b>", "OVERDUE: 2 kinds of data");
    }

    @Test
    void whatAHoldKeepsIsNotOverdue() throws IOException {
        audited.set("modicum.retention.rules.activity.keep = 3 days");
        ok(audited.report());
        long overdue = overdueParts();
        audited.hold("somebody.kept", TODAY);

        ok(audited.report());

        assertThat(overdueParts()).isPositive().isLessThan(overdue);
        assertThat(audited.rows("held-parts"))
                .anyMatch(row -> row.path("state").asText().equals("past its time, kept by a hold"));
    }

    @Test
    void thePapersSayWhoAnswersOrThatItIsNotSet() throws IOException {
        audited.set(
                "modicum.controller { name = null, contact = null, data-protection-officer = null, transfers = null }");
        ok(audited.report());
        assertThat(audited.files().get("article-30.html")).contains("NOT SET (modicum.controller.name)");
        assertThat(audited.files().get("notice.html")).contains("NOT SET (modicum.controller.contact)");
        assertThat(audited.page()).contains("Set modicum.controller: name");

        audited.set("modicum.controller { name = \"University of <Example>\", contact = \"1 Street\","
                + " data-protection-officer = \"dpo@example.ac.uk\", transfers = None }");
        ok(audited.report());
        assertThat(audited.files().get("article-30.html"))
                .contains("University of &lt;Example&gt;", "UK GDPR Article 6(1)(f)", "Facebook")
                .doesNotContain("NOT SET");
        assertThat(audited.files().get("notice.html"))
                .contains("Moderate use of social media is welcome", "dpo@example.ac.uk", "35 days".replace("35", "21"))
                .contains("grants were used fewer than 10 times")
                .doesNotContain("NOT SET");
        assertThat(audited.page()).doesNotContain("Set modicum.controller");
    }

    /** 60 people are in scope, 3 grants or so: whoever is meant by a small number is not told. */
    @Test
    void figuresOfPeopleAreThoseOfReleases() throws IOException {
        ok(audited.report());

        assertThat(audited.rows("dpia-people"))
                .hasSize(2)
                .allMatch(row -> row.path("people").asText().matches("[0-9]*[05]|too few to be told"));
        Map<String, String> named = new TreeMap<>();
        audited.rows("dpia-named")
                .forEach(row ->
                        named.put(row.path("what").asText(), row.path("value").asText()));
        assertThat(named)
                .containsEntry("People whom the grants name that are still here", "fewer than 10")
                .containsEntry("Grants that were asked for and given", "fewer than 10")
                .containsEntry("Attempts that were refused", "fewer than 10");
        List<JsonNode> lines = audited.rows("dpia-lines");
        long all = lines.get(lines.size() - 1).path("lines").asLong();
        assertThat(lines.subList(0, lines.size() - 1).stream()
                        .mapToLong(row -> row.path("lines").asLong())
                        .sum())
                .isEqualTo(all)
                .isPositive();
    }

    private static void ok(TestSite.Outcome outcome) {
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    }

    private long sum(String table, String kind, String column) throws IOException {
        return audited.rows(table).stream()
                .filter(row -> row.path("kind").asText().equals(kind))
                .mapToLong(row -> row.path(column).asLong())
                .sum();
    }

    private long overdueParts() throws IOException {
        return audited.rows("held-parts").stream()
                .filter(row -> row.path("mark").asText().equals("overdue"))
                .count();
    }

    private void everyTableOfTheJsonIsOnAPage() throws IOException {
        String pages = String.join(
                "",
                audited.files().entrySet().stream()
                        .filter(file -> file.getKey().endsWith(".html"))
                        .map(Map.Entry::getValue)
                        .toList());
        List<String> missing = new ArrayList<>();
        audited.json().path("tables").fields().forEachRemaining(table -> {
            if (!List.of("events", "held-parts").contains(table.getKey())) {
                table.getValue()
                        .forEach(row -> row.fields().forEachRemaining(cell -> {
                            String text = cell.getValue().isNumber()
                                    ? String.format(
                                            Locale.ROOT, "%,d", cell.getValue().asLong())
                                    : cell.getValue()
                                            .asText()
                                            .replace("&", "&amp;")
                                            .replace("<", "&lt;")
                                            .replace(">", "&gt;");
                            if (!pages.contains(text)) {
                                missing.add(table.getKey() + ": " + text);
                            }
                        }));
            }
        });
        assertThat(missing).isEmpty();
    }

    private void witness() throws IOException {
        try (AuditLog log = audited.log()) {
            log.append(
                    Kind.CHECKPOINT_WITNESSED,
                    Map.of(
                            "witness", Value.of("dpo.example.ac.uk+00000000+key"),
                            "size", Value.of(log.checkpoint().checkpoint().size()),
                            "root",
                                    Value.of(
                                            log.checkpoint().checkpoint().root().hex()),
                            "cosigned", Value.of(Instant.now().toString())));
        }
    }

    private void revoke() throws IOException {
        try (GrantLog log = SiteLog.open(audited.settings())) {
            String grant = log.entries().stream()
                    .filter(entry -> entry.kind() == Kind.GRANT_REQUESTED)
                    .findFirst()
                    .orElseThrow()
                    .text("grant");
            byte[] body =
                    new Revocations(9, Instant.now().truncatedTo(ChronoUnit.SECONDS), List.of(grant), List.of()).body();
            new Publication(audited.settings(), log)
                    .publish(
                            Envelope.sign(PayloadType.REVOCATIONS, body, audited.signer("root-1"))
                                    .encoded(),
                            Instant.now());
        }
    }

    private Set<String> pseudonyms(List<String> users) throws IOException {
        Set<String> pseudonyms = new HashSet<>();
        try (Stream<Path> keys = Files.list(site.home().resolve("keys"))) {
            for (Path file : keys.filter(key -> key.getFileName().toString().matches("[0-9]{4}-W[0-9]{2}[.]key"))
                    .toList()) {
                byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
                users.forEach(user -> pseudonyms.add(Pseudonym.of(key, user).toLowerCase(Locale.ROOT)));
            }
        }
        return pseudonyms;
    }

    private Set<String> addresses() throws IOException {
        Set<String> addresses = new HashSet<>();
        try (Stream<Path> logs = Files.list(site.folder().resolve("logs"))) {
            for (Path log :
                    logs.filter(file -> !file.toString().endsWith(".gz")).toList()) {
                Files.readAllLines(log, StandardCharsets.ISO_8859_1)
                        .forEach(line -> addresses.add(line.strip().split(" +")[2]));
            }
        }
        assertThat(addresses).isNotEmpty();
        return addresses;
    }
}
