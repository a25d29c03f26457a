package org.modicum.pipeline.auditors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.retention.PlacedHold;

/** Orders to keep something longer. Whom a hold is about is not told, only of what kind it is. */
final class HoldSection {
    private static final String ID = "holds";

    private final AsFound found;
    private final List<Finding> findings = new ArrayList<>();

    private HoldSection(AsFound found) {
        this.found = found;
    }

    static Section of(AsFound found, HeldNow now) {
        return new HoldSection(found).section(now);
    }

    private Section section(HeldNow now) {
        List<Row> rows = new ArrayList<>();
        now.holds().ifPresent(holds -> {
            holds.book().holds().forEach(hold -> rows.add(row(hold)));
            holds.book().problems().forEach(this::problem);
        });
        if (now.holds().isEmpty()) {
            findings.add(Finding.wrong(ID, "Which holds count is not known: staff or registry could not be read."));
        }
        return new Section(
                ID,
                "What is kept longer, by whose order",
                List.of(
                        "A hold is an order of two people of two roles, none of them of IT operations, to keep whole weeks"
                                + " for longer than the rules allow. It has to be reviewed, and it ends by itself, or when"
                                + " two people lift it. One person’s rows can be copied aside for it under a grant, so that"
                                + " the rest can go.",
                        "Whom it is about is not told here; the case reference leads those who may know to it."),
                "the signed documents in the folder of holds, checked when this page was written, and the audit log.",
                List.of(
                        "modicum hold list    # on the installation",
                        "modicum audit show --log COPY --key VKEY --kind hold_placed    # and hold_lifted, hold_copied"),
                findings,
                List.of(
                        Table.of("holds", "Holds", columns(), rows),
                        Table.of("hold-events", "What became of holds", eventColumns(), events())));
    }

    /** What the log has and the folder has not is told as it is; of a file in the folder neither name nor content. */
    private void problem(String problem) {
        boolean ofTheLog = problem.startsWith("The hold ") || problem.startsWith("The lift ");
        findings.add(Finding.wrong(
                ID,
                (ofTheLog ? problem : "A file among the holds DOES NOT COUNT as one.")
                        + " Nothing is deleted until that is mended."));
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("case_ref", "Case"),
                Column.text("state", "State"),
                Column.text("reason", "Reason"),
                Column.text("about", "About"),
                Column.text("first_week", "First week"),
                Column.text("last_week", "Last week"),
                Column.text("created", "Created"),
                Column.text("review", "Review by"),
                Column.text("end", "Holds until"),
                Column.text("hold", "Digest"));
    }

    private Row row(PlacedHold placed) {
        Hold hold = placed.hold();
        boolean inForce = placed.isInForce(found.today());
        boolean late = inForce && found.today().isAfter(hold.review());
        if (late) {
            findings.add(Finding.look(
                    ID,
                    "The hold " + hold.caseReference().text() + " should have been reviewed by " + hold.review()
                            + "."));
        }
        String state = placed.lifted().isPresent()
                ? "lifted"
                : late ? "in force, REVIEW OVERDUE" : inForce ? "in force" : "ended";
        return Row.marked(
                late ? Mark.LOOK : Mark.PLAIN,
                hold.caseReference().text(),
                state + (placed.copies().isEmpty() ? "" : ", copied aside"),
                hold.reason().word().replace('_', ' '),
                switch (hold.about().word()) {
                    case "weeks" -> "everybody of these weeks";
                    case "department" -> "a department";
                    default -> "a person";
                },
                hold.first(),
                hold.last(),
                Words.time(hold.created()),
                hold.review(),
                placed.end(),
                Words.digest(placed.signed().digest()));
    }

    private static List<Column> eventColumns() {
        return List.of(
                Column.text("time", "When"),
                Column.text("event", "Event"),
                Column.text("case_ref", "Case"),
                Column.text("why", "Why"),
                Column.text("digest", "Digest"));
    }

    private List<Row> events() {
        return found.log().entries().stream()
                .flatMap(entry -> event(entry).stream())
                .toList();
    }

    private static Optional<Row> event(Entry entry) {
        return switch (entry.kind()) {
            case HOLD_PLACED, HOLD_LIFTED ->
                Optional.of(Row.of(
                        Words.time(entry.time()),
                        entry.kind() == Kind.HOLD_PLACED ? "placed" : "lifted",
                        entry.text("case_ref"),
                        entry.text("reason").replace('_', ' ').toLowerCase(Locale.ROOT),
                        Words.digest(entry.text("hold"))));
            case HOLD_COPIED ->
                Optional.of(Row.of(
                        Words.time(entry.time()),
                        "one person’s rows copied aside",
                        entry.text("case_ref"),
                        String.join(", ", entry.texts("weeks")),
                        Words.digest(entry.text("hold"))));
            case HOLD_REFUSED ->
                Optional.of(Row.of(
                        Words.time(entry.time()),
                        "refused",
                        "",
                        String.join(", ", entry.texts("reasons")),
                        Words.digest(entry.text("envelope"))));
            default -> Optional.empty();
        };
    }
}
