package org.modicum.pipeline.auditors;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modicum.policy.retention.CountedFrom;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Held;
import org.modicum.policy.retention.Keep;
import org.modicum.policy.retention.Rule;

/** Time limits of kinds of data, as people read them. */
final class Kept {
    /** What is about people, under a pseudonym, sealed or by name. */
    static final Set<DataKind> OF_PEOPLE = Set.of(
            DataKind.ACTIVITY,
            DataKind.PSEUDONYM_KEY,
            DataKind.FLAG,
            DataKind.GRANT,
            DataKind.HOLD,
            DataKind.HELD_COPY,
            DataKind.REGISTRY,
            DataKind.TEMPORARY);

    private Kept() {}

    /** {@code 35 days, counted from the day it is about}. */
    static String words(Rule rule) {
        if (rule.keep() instanceof Keep.With with) {
            return "for as long as " + with.kind().meaning() + (with.kind() == DataKind.ACTIVITY ? " is" : " are");
        }
        if (rule.keep() instanceof Keep.InUse) {
            return "for as long as it is in use";
        }
        return rule.keep() + ", counted from "
                + rule.from().map(CountedFrom::sentence).orElse("");
    }

    /** One row a kind: what it is, how long, what for, by what right. */
    static Table table(String name, AsFound found, boolean peopleAlone) {
        List<Row> rows = new ArrayList<>();
        for (DataKind kind : DataKind.values()) {
            if (!peopleAlone || OF_PEOPLE.contains(kind)) {
                Rule rule = found.settings().retention().rules().of(kind);
                rows.add(Row.of(kind.meaning(), words(rule), rule.purpose(), rule.basis(), rule.owner()));
            }
        }
        return Table.of(
                name,
                "Kinds of data",
                List.of(
                        Column.text("what", "What"),
                        Column.text("kept", "Kept for"),
                        Column.text("purpose", "What for"),
                        Column.text("basis", "By what right"),
                        Column.text("owner", "Who answers for it")),
                rows);
    }

    /** The oldest of a kind that is there. */
    static Optional<LocalDate> oldest(HeldNow now, DataKind kind) {
        return now.of(kind).stream().map(Held::last).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
