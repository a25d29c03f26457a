package org.modicum.pipeline.auditors;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.modicum.pipeline.retain.FileInUse;
import org.modicum.policy.retention.CountedFrom;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Held;
import org.modicum.policy.retention.Keep;
import org.modicum.policy.retention.Rule;
import org.modicum.policy.retention.Rules;

/** Every kind of data with its rule, how much of it there is, and its age against the rule. */
final class HeldSection {
    private static final String ID = "held";
    private static final String TITLE = "What is held, and is anything overdue?";
    private static final String NOT_KNOWN = "NOT KNOWN: could not be read, or names files that are not there";

    private final AsFound found;
    private final HeldNow now;
    private final Rules rules;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    private HeldSection(AsFound found, HeldNow now) {
        this.found = found;
        this.now = now;
        this.rules = found.settings().retention().rules();
        this.today = found.today();
    }

    static Section of(AsFound found, HeldNow now) {
        return new HeldSection(found, now).section();
    }

    private Section section() {
        List<Row> rows = new ArrayList<>();
        for (DataKind kind : DataKind.values()) {
            rows.add(now.unknown().contains(kind) ? unknown(kind) : isCounted(kind) ? counted(kind) : inUse(kind));
        }
        if (now.withoutRule() > 0) {
            findings.add(Finding.wrong(
                    ID,
                    Words.number(now.withoutRule(), "file is", "files are")
                            + " of no kind of data and so without a rule. `modicum retain` names them."));
        }
        return new Section(
                ID,
                TITLE,
                List.of(
                        "Every kind of data that the program writes, how long it may be kept, and how old the oldest of"
                                + " it is. A kind without a rule cannot be written.",
                        "“Oldest” and “newest” are the days from which the time is counted, “age” that of the oldest. “Due” is the first day on"
                                + " which the oldest may no longer be there; from the day after, it is overdue."),
                "the tables' own lists of files, the folders, and the rules in the settings, read when this page was"
                        + " written. Days are days of UTC.",
                List.of("modicum retain    # on the installation: says what has to go, and changes nothing"),
                findings,
                List.of(
                        Table.of("held", "Kinds of data", columns(), rows),
                        ruleTable(),
                        Table.inFiles(
                                "held-parts", "Days, weeks, runs and files that are held", partColumns(), parts())));
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("kind", "Kind"),
                Column.text("what", "What it is"),
                Column.text("state", "State"),
                Column.text("keep", "Kept for"),
                Column.text("oldest", "Oldest"),
                Column.text("newest", "Newest"),
                Column.number("age_days", "Age, days"),
                Column.text("due", "Due"),
                Column.number("files", "Files"),
                Column.number("rows", "Rows"),
                Column.number("bytes", "Bytes"));
    }

    private Row row(DataKind kind, Mark mark, List<LocalDate> days, String due, String state, long[] sums) {
        Optional<LocalDate> oldest = days.stream().min(Comparator.naturalOrder());
        Optional<LocalDate> newest = days.stream().max(Comparator.naturalOrder());
        return Row.marked(
                mark,
                kind.word(),
                kind.meaning(),
                state,
                rules.of(kind).keep(),
                oldest.map(LocalDate::toString).orElse(""),
                newest.map(LocalDate::toString).orElse(""),
                oldest.map(day -> Long.toString(ChronoUnit.DAYS.between(day, today)))
                        .orElse(""),
                due,
                sums[0],
                kind.isTable() ? Long.toString(sums[1]) : "",
                sums[2]);
    }

    private Table ruleTable() {
        List<Row> rows = new ArrayList<>();
        for (DataKind kind : DataKind.values()) {
            Rule rule = rules.of(kind);
            rows.add(Row.of(
                    kind.word(),
                    rule.keep(),
                    rule.from().map(CountedFrom::sentence).orElse(""),
                    rule.owner(),
                    rule.purpose(),
                    rule.basis()));
        }
        return Table.of(
                "rules",
                "Rules, by kind",
                List.of(
                        Column.text("kind", "Kind"),
                        Column.text("keep", "Kept for"),
                        Column.text("from", "Counted from"),
                        Column.text("owner", "Who answers for it"),
                        Column.text("purpose", "What for"),
                        Column.text("basis", "By what right")),
                rows);
    }

    private Row unknown(DataKind kind) {
        findings.add(Finding.wrong(ID, "What is held of " + kind.word() + " is not known: it could not be read."));
        return row(kind, Mark.WRONG, List.of(), "", NOT_KNOWN, new long[3]);
    }

    private boolean isCounted(DataKind kind) {
        return !(rules.of(kind).keep() instanceof Keep.InUse);
    }

    private Row inUse(DataKind kind) {
        List<FileInUse> files = now.inUse().getOrDefault(kind, List.of());
        long bytes = files.stream().mapToLong(FileInUse::bytes).sum();
        return row(
                kind,
                Mark.PLAIN,
                files.stream().map(FileInUse::written).toList(),
                "",
                files.isEmpty() ? "nothing held" : "in use",
                new long[] {files.size(), 0, bytes});
    }

    private Row counted(DataKind kind) {
        List<Held> files = now.of(kind);
        List<LocalDate> days =
                files.stream().flatMap(file -> file.last().stream()).toList();
        Optional<LocalDate> due = days.stream().min(Comparator.naturalOrder()).flatMap(day -> rules.due(kind, day));
        Map<Standing, Long> standings = new TreeMap<>();
        files.forEach(file -> standings.merge(now.standing(file, today), 1L, Long::sum));
        Standing worst = standings.keySet().stream().findFirst().orElse(Standing.IN_TIME);
        long[] sums = {
            files.size(),
            files.stream().mapToLong(Held::records).sum(),
            files.stream().mapToLong(Held::bytes).sum()
        };
        return row(
                kind,
                worst.mark(),
                days,
                due.map(LocalDate::toString).orElse(""),
                files.isEmpty() ? "nothing held" : state(kind, worst, standings.get(worst)),
                sums);
    }

    private String state(DataKind kind, Standing worst, long files) {
        if (worst == Standing.IN_TIME) {
            return worst.words();
        }
        String state = worst.words() + ": " + Words.number(files, "file", "files");
        if (worst == Standing.OVERDUE) {
            LocalDate since = now.of(kind).stream()
                    .filter(file -> now.standing(file, today) == Standing.OVERDUE)
                    .flatMap(file -> now.due().get(file.path()).due().stream())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            state +=
                    " since " + since + " (" + Words.number(ChronoUnit.DAYS.between(since, today), "day", "days") + ")";
        }
        if (worst.mark() == Mark.OVERDUE) {
            findings.add(new Finding(Mark.OVERDUE, ID, kind.word() + " (" + kind.meaning() + "): " + state + "."));
        }
        return state;
    }

    private static List<Column> partColumns() {
        return List.of(
                Column.text("kind", "Kind"),
                Column.text("part", "Part"),
                Column.text("counted_from", "Counted from"),
                Column.text("due", "Due"),
                Column.text("state", "State"),
                Column.number("files", "Files"),
                Column.number("rows", "Rows"),
                Column.number("bytes", "Bytes"));
    }

    private List<Row> parts() {
        Map<String, List<Held>> parts = new TreeMap<>();
        for (Held file : now.held()) {
            String key = String.format("%02d", file.kind().ordinal())
                    + PartName.of(file)
                    + now.standing(file, today).ordinal();
            parts.computeIfAbsent(key, none -> new ArrayList<>()).add(file);
        }
        List<Row> rows = new ArrayList<>();
        for (List<Held> files : parts.values()) {
            Held first = files.get(0);
            Standing standing = now.standing(first, today);
            rows.add(Row.marked(
                    standing.mark(),
                    first.kind().word(),
                    PartName.of(first),
                    first.last().map(LocalDate::toString).orElse(""),
                    first.last()
                            .flatMap(day -> rules.due(first.kind(), day))
                            .map(LocalDate::toString)
                            .orElse(""),
                    standing.words(),
                    files.size(),
                    first.kind().isTable()
                            ? Long.toString(
                                    files.stream().mapToLong(Held::records).sum())
                            : "",
                    files.stream().mapToLong(Held::bytes).sum()));
        }
        return rows;
    }
}
