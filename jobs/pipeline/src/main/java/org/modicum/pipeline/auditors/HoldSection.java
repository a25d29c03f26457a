package org.modicum.pipeline.auditors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modicum.pipeline.hold.Holds;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.retention.PlacedHold;

/** Orders to keep something longer. Whom a hold is about is not told, only of what kind it is. */
final class HoldSection {
    private static final String ID = "holds";
    private static final String TITLE = "What is kept longer, by whose order";

    private HoldSection() {}

    static Section of(AsFound found, HeldNow now) {
        List<Finding> findings = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        now.holds().map(Holds::book).ifPresent(book -> {
            book.holds().forEach(hold -> rows.add(row(hold, found, findings)));
            book.problems().forEach(problem -> rows.add(doubt()));
            if (!book.problems().isEmpty()) {
                findings.add(Finding.wrong(
                        ID,
                        Words.number(book.problems().size(), "hold or lift is", "holds or lifts are")
                                + " in doubt: not as it must be, or in the log and not in the folder. Nothing is deleted"
                                + " until that is mended."));
            }
        });
        if (now.holds().isEmpty()) {
            findings.add(Finding.wrong(ID, "Which holds count is not known: staff or registry could not be read."));
        }
        return new Section(
                ID,
                TITLE,
                List.of(
                        "A hold is an order of two people of two roles, none of them of IT operations, to keep whole weeks"
                                + " for longer than the rules allow. It has to be reviewed, and it ends by itself.",
                        "Whom it is about is not told here; the case reference leads those who may know to it."),
                "the signed documents in the folder of holds. The signatures were checked when this page was written.",
                List.of("modicum hold list              (on the installation)"),
                findings,
                List.of(Table.of("holds", "Holds", columns(), rows)));
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
                Column.text("expiry", "Holds until"),
                Column.text("hold", "Digest"));
    }

    private static Row row(PlacedHold placed, AsFound found, List<Finding> findings) {
        Hold hold = placed.hold();
        boolean late = placed.isInForce(found.today()) && found.today().isAfter(hold.review());
        if (late) {
            findings.add(Finding.look(
                    ID,
                    "The hold " + hold.caseReference().text() + " should have been reviewed by " + hold.review()
                            + "."));
        }
        return Row.marked(
                late ? Mark.LOOK : Mark.PLAIN,
                hold.caseReference().text(),
                state(placed, found, late),
                hold.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '),
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

    private static String state(PlacedHold placed, AsFound found, boolean late) {
        if (placed.lifted().isPresent()) {
            return "lifted on " + placed.lifted().get();
        }
        if (!placed.isInForce(found.today())) {
            return "ended";
        }
        return (late ? "in force, REVIEW OVERDUE" : "in force")
                + (placed.copies().isEmpty() ? "" : "; rows were copied aside");
    }

    /** Neither its name nor what is in it: both may be anybody's words. */
    private static Row doubt() {
        return Row.marked(
                Mark.WRONG,
                "",
                "DOES NOT COUNT, OR IS MISSING",
                "its signatures, the people or the document are not as they must be, or it was taken away",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }
}
