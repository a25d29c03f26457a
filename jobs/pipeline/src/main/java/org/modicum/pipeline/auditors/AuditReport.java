package org.modicum.pipeline.auditors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.ingest.LinesRead;
import org.modicum.policy.audit.NoteKey;

/** Everything that the report says: the first page, and the papers that people print. */
record AuditReport(AsFound found, Sheet index, Map<String, Sheet> papers) {
    private static final Set<String> OF_THE_LOG =
            Set.of("deletions", "grants", "reads", "sanctions", "releases", LogSection.ID, "changes");
    private static final String FOOTER = "it is for auditors, and names nobody.";

    static AuditReport of(AsFound found) {
        HeldNow held = HeldNow.of(found);
        Published published = Published.of(found);
        GrantsHeld grants = GrantsHeld.of(found);
        Optional<LinesRead> lines = lines(found);
        List<Section> sections = Stream.of(
                        HeldSection.of(found, held),
                        HoldSection.of(found, held),
                        DeletionSection.of(found),
                        GrantSection.of(found, grants),
                        ReadSection.of(found),
                        SanctionSection.of(found),
                        ReleaseSection.of(found, published),
                        LogSection.of(found),
                        ChangeSection.of(found))
                .map(section -> found.log().holds() || !OF_THE_LOG.contains(section.id()) ? section : section.inDoubt())
                .toList();
        Map<String, Sheet> papers = new LinkedHashMap<>();
        papers.put("article-30.html", Article30.of(found));
        papers.put("dpia.html", Dpia.of(found, held, published, grants, lines));
        papers.put("notice.html", Notice.of(found, published, lines));
        List<Finding> findings = findings(found, sections);
        Sheet index = new Sheet(
                "Audit report",
                "What this installation of Modicum holds about people, what it did, and whether that can be proven. Modicum"
                        + " turns the logs of a web proxy into weekly summaries of social-media use, in which nobody can be"
                        + " recognised, and names a person only under a signed permission. Nobody is named here.",
                "Written " + Words.time(found.now()) + " in run " + found.run() + " for the installation "
                        + found.log().key().map(NoteKey::name).orElse("(no log)") + ". Times are of UTC.",
                facts(found, held, sections),
                findings,
                sections,
                links(found, sections),
                FOOTER);
        return new AuditReport(found, index, papers);
    }

    private static Optional<LinesRead> lines(AsFound found) {
        return Unread.orNothing(
                "The table ingested_file", () -> LinesRead.of(found.store().orElseThrow()));
    }

    private static List<Finding> findings(AsFound found, List<Section> sections) {
        List<Finding> findings = new ArrayList<>();
        if (found.stopped()) {
            findings.add(Finding.wrong(
                    "log",
                    "No run can begin on this installation: the log is in doubt, or a deletion is incomplete. What the"
                            + " command said has the reason. This report is in no log."));
        }
        sections.forEach(section -> findings.addAll(section.findings()));
        findings.addAll(Controller.findings(found));
        findings.sort((one, other) -> other.mark().compareTo(one.mark()));
        return List.copyOf(findings);
    }

    private static List<Row> facts(AsFound found, HeldNow held, List<Section> sections) {
        ReadLog log = found.log();
        long overdue = held.held().stream()
                .filter(file -> held.standing(file, found.today()).mark() == Mark.OVERDUE)
                .map(file -> file.kind())
                .distinct()
                .count();
        boolean unknown = !held.unknown().isEmpty();
        List<Row> facts = new ArrayList<>();
        facts.add(Row.marked(
                unknown ? Mark.WRONG : overdue > 0 ? Mark.OVERDUE : Mark.PLAIN,
                "held",
                "Overdue",
                overdue > 0
                        ? "OVERDUE: " + Words.number(overdue, "kind of data", "kinds of data")
                        : unknown ? "NOT KNOWN of " + held.unknown().size() + " kinds" : "nothing"));
        facts.add(Row.marked(
                log.holds() ? Mark.PLAIN : Mark.WRONG,
                "log",
                "Audit log",
                log.head()
                        .map(head -> "holds: " + Words.number(head.size(), "entry", "entries"))
                        .orElse("DOES NOT HOLD")));
        List<Row> certificates = table(sections, "certificates").rows();
        long wrong =
                certificates.stream().filter(row -> row.mark() == Mark.WRONG).count();
        facts.add(Row.marked(
                wrong > 0 ? Mark.WRONG : Mark.PLAIN,
                "deletions",
                "Certificates of deletion",
                certificates.size() - wrong + " hold" + (wrong > 0 ? ", " + wrong + " NOT VERIFIED" : "")));
        facts.add(fact(
                "holds",
                "Holds",
                table(sections, "holds").rows().isEmpty()
                        ? "none"
                        : Words.number(table(sections, "holds").rows().size(), "file", "files")));
        facts.add(fact(
                "grants",
                "Grants",
                log.holds()
                        ? log.of(Kind.GRANT_REQUESTED).count() + " given, "
                                + log.of(Kind.GRANT_REFUSED).count() + " refused, "
                                + Words.number(log.of(Kind.GRANT_INTENT).count(), "use", "uses")
                        : "not known"));
        facts.add(fact(
                "sanctions",
                "Sanctions to read logs",
                found.settings().sources().stream()
                                .filter(source -> source.sanction().isCurrent(found.today()))
                                .count() + " current of "
                        + found.settings().sources().size()));
        return facts;
    }

    private static Row fact(String section, String what, String value) {
        return Row.of(section, what, value);
    }

    private static Table table(List<Section> sections, String name) {
        return sections.stream()
                .flatMap(section -> section.tables().stream())
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> links(AsFound found, List<Section> sections) {
        String folder = ReportFolder.FOLDER + "/" + found.run() + "/";
        Map<String, String> links = new LinkedHashMap<>();
        links.put(folder + "article-30.html", "Record of processing (Article 30)");
        links.put(folder + "dpia.html", "Figures for the impact assessment (DPIA)");
        links.put(folder + "notice.html", "Notice to staff");
        links.put(folder + "report.json", "Everything on these pages, as JSON");
        sections.stream()
                .flatMap(section -> section.tables().stream())
                .forEach(table -> links.put(folder + table.name() + ".csv", table.name() + ".csv"));
        return links;
    }

    /** Every table of every page, each once. */
    Stream<Table> tables() {
        return Stream.concat(index.tables(), papers.values().stream().flatMap(Sheet::tables));
    }

    List<String> sentences(Mark mark) {
        return index.findings().stream()
                .filter(finding -> finding.mark() == mark)
                .map(Finding::sentence)
                .toList();
    }
}
