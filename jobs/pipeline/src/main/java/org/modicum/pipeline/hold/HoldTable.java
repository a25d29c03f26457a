package org.modicum.pipeline.hold;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.modicum.policy.retention.About;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.retention.PlacedHold;

/** The holds for people to read, one a line. A person is never named: the case reference says enough to who may know. */
public final class HoldTable {
    private static final int DIGITS = 16;
    private static final String ROW = "%-16s %-16s %-24s %-20s %-22s %-10s  %-10s  %s%n";

    private HoldTable() {}

    public static void print(List<PlacedHold> holds, LocalDate today, PrintStream out) {
        out.printf(Locale.ROOT, ROW, "case", "hold", "about", "weeks", "reason", "review", "ends", "state");
        holds.stream()
                .sorted(Comparator.comparing(PlacedHold::end).reversed())
                .forEach(placed -> print(placed, today, out));
    }

    private static void print(PlacedHold placed, LocalDate today, PrintStream out) {
        Hold hold = placed.hold();
        out.printf(
                Locale.ROOT,
                ROW,
                hold.caseReference().text(),
                placed.signed().digest().substring(0, DIGITS),
                about(hold.about()),
                hold.first() + " to " + hold.last(),
                hold.reason().word(),
                hold.review(),
                placed.end(),
                state(placed, today));
    }

    private static String about(About about) {
        if (about instanceof About.Person) {
            return "a person";
        }
        return about instanceof About.Department department ? department.name() : "everybody";
    }

    static String state(PlacedHold placed, LocalDate today) {
        if (placed.lifted().isPresent()) {
            return "lifted";
        }
        if (!placed.isInForce(today)) {
            return "expired";
        }
        return (today.isAfter(placed.hold().review()) ? "in force, REVIEW OVERDUE" : "in force")
                + (placed.copies().isEmpty() ? "" : ", copied aside");
    }
}
