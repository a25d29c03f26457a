package org.modicum.pipeline.auditors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.ingest.LinesRead;
import org.modicum.policy.attention.Method;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Guards;

/** The figures that a data-protection impact assessment needs. Of people, no more than releases would say. */
final class Dpia {
    private static final String NOT_KNOWN = "not known: staff, registry or revocations could not be read";

    private Dpia() {}

    static Sheet of(AsFound found, HeldNow held, Published published, GrantsHeld grants, Optional<LinesRead> lines) {
        return new Sheet(
                "Figures for the data-protection impact assessment",
                "How many people and lines are processed, how much of it is dropped, how often somebody is named, how old"
                        + " the data is, and how wrong the estimate can be.",
                "Written " + Words.time(found.now())
                        + " from settings, tables and the audit log. Counts of people follow"
                        + " the rules of releases: rounded to "
                        + found.settings().release().roundTo() + ", and never fewer"
                        + " than " + found.settings().release().minimumGroup() + ".",
                List.of(),
                null,
                List.of(
                        people(published),
                        lines(lines),
                        named(found, grants, People.of(found, published)),
                        ages(found, held),
                        guards(found),
                        error()),
                Map.of(),
                "it has figures alone, and names nobody.");
    }

    private static Section people(Published published) {
        List<Row> rows = new ArrayList<>();
        published.weeks().forEach((week, cells) -> rows.add(Row.of(week, Published.people(cells))));
        return section(
                "people",
                "How many people are in scope",
                List.of(
                        "Staff with working time in the week, as it was published: the rounded numbers of all groups, added"
                                + " up."),
                Table.of(
                        "dpia-people",
                        "Released weeks",
                        List.of(Column.text("week", "Week"), Column.text("people", "People")),
                        rows));
    }

    private static Section lines(Optional<LinesRead> lines) {
        List<Row> rows = new ArrayList<>();
        lines.ifPresent(read -> {
            long all = read.lines();
            read.counts()
                    .forEach(count -> rows.add(Row.of(
                            count.fate(),
                            count.meaning(),
                            count.kept() ? "kept, under a pseudonym" : "dropped",
                            count.lines(),
                            all == 0 ? "" : percent(count.lines(), all))));
            rows.add(Row.of("all", "lines read", "", all, ""));
        });
        return section(
                "lines",
                "What becomes of the lines of the logs",
                List.of(
                        lines.isEmpty()
                                ? "Not known: the ledger of files could not be read."
                                : "Every line has one fate. Of a line that is kept nothing stays but site, quarter-hour,"
                                        + " slots, requests and bytes. These are lines and not people.",
                        lines.flatMap(LinesRead::first)
                                .map(first -> "Read from " + Words.time(first) + " to "
                                        + Words.time(lines.get().last().orElseThrow())
                                        + ", as far as the ledger goes back.")
                                .orElse("Nothing was read, as far as the ledger goes back.")),
                Table.of(
                        "dpia-lines",
                        "Lines by what became of them",
                        List.of(
                                Column.text("fate", "Fate"),
                                Column.text("meaning", "Which lines"),
                                Column.text("kept", "Kept?"),
                                Column.number("lines", "Lines"),
                                Column.text("share", "Share")),
                        rows));
    }

    private static String percent(long part, long all) {
        return BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP) + " %";
    }

    private static Section named(AsFound found, GrantsHeld grants, People people) {
        return section(
                "named",
                "How often somebody is named",
                List.of(
                        found.log().holds()
                                ? "Numbers of grants are told like numbers of people, since most grants are about one."
                                : "Not known: the audit log does not hold."),
                Table.of(
                        "dpia-named",
                        "Grants, and the people in them",
                        List.of(Column.text("what", "What"), Column.text("value", "How many")),
                        found.log().holds()
                                ? List.of(
                                        Row.of(
                                                "Grants that were asked for and given",
                                                count(found, people, Kind.GRANT_REQUESTED)),
                                        Row.of("Attempts that were refused", count(found, people, Kind.GRANT_REFUSED)),
                                        Row.of("Uses of grants", count(found, people, Kind.GRANT_INTENT)),
                                        Row.of("Sealed flag files", count(found, people, Kind.FLAG)),
                                        Row.of(
                                                "Reports to people about themselves",
                                                count(found, people, Kind.SUBJECT_REPORT)),
                                        Row.of(
                                                "People whom the grants name that are still here",
                                                grants.isKnown() ? people.number(grants.people()) : NOT_KNOWN),
                                        Row.of(
                                                "The same as a share of the people in scope",
                                                grants.isKnown() ? people.share(grants.people()) : NOT_KNOWN),
                                        Row.of(
                                                "Grants for a whole department",
                                                grants.isKnown() ? people.number(grants.departments()) : NOT_KNOWN))
                                : List.of()));
    }

    static String count(AsFound found, People people, Kind kind) {
        return people.number(found.log().of(kind).count());
    }

    private static Section ages(AsFound found, HeldNow held) {
        List<Row> rows = new ArrayList<>();
        for (DataKind kind : DataKind.values()) {
            if (Kept.OF_PEOPLE.contains(kind)) {
                rows.add(Row.of(
                        kind.meaning(),
                        Kept.words(found.settings().retention().rules().of(kind)),
                        held.unknown().contains(kind)
                                ? "not known"
                                : Kept.oldest(held, kind)
                                        .map(day -> Words.number(
                                                ChronoUnit.DAYS.between(day, found.today()), "day", "days"))
                                        .orElse("none is counted")));
            }
        }
        return section(
                "ages",
                "How old it gets",
                List.of(),
                Table.of(
                        "dpia-ages",
                        "Kinds of data about people",
                        List.of(
                                Column.text("what", "What"),
                                Column.text("kept", "Kept for"),
                                Column.text("oldest", "Age of the oldest")),
                        rows));
    }

    private static Section guards(AsFound found) {
        Guards guards = found.settings().retention().guards();
        return section(
                "guards",
                "What keeps mistakes small",
                List.of(
                        "A deletion stops, and a person looks, if something of the last " + guards.newestDays()
                                + " days would go, more than " + Math.round(100 * guards.mostShare())
                                + " % of a table at once, or something that had to go more than " + guards.allowedDays()
                                + " days ago.",
                        "A release rests on at least "
                                + found.settings().release().minimumGroup()
                                + " people in every figure; no person’s minutes can be estimated from it more closely than"
                                + " by " + found.settings().release().dominance() + " %.",
                        "A person is flagged by the figure that is all but certain, never by the likely one, and a flag"
                                + " decides nothing."));
    }

    private static Section error() {
        return section(
                "error",
                "How wrong the estimate can be",
                List.of("The method " + Method.VERSION + ", against simulated people whose true minutes are known."),
                Table.of(
                        "dpia-error",
                        "Measurements",
                        List.of(
                                Column.text("log", "Kind of log"),
                                Column.number("person_days", "Person-days"),
                                Column.text("mean_error", "Mean error, minutes a day"),
                                Column.text("bias", "Bias")),
                        Method.PUBLISHED_ERROR.stream()
                                .map(error -> Row.of(
                                        error.log(),
                                        error.personDays(),
                                        error.meanErrorMinutes(),
                                        error.biasPercent() + " %"))
                                .toList()));
    }

    private static Section section(String id, String title, List<String> says, Table... tables) {
        return new Section(id, title, says, "", List.of(), List.of(), List.of(tables));
    }
}
