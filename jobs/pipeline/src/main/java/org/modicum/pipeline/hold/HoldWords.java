package org.modicum.pipeline.hold;

import org.modicum.policy.retention.About;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.retention.Lift;

/** Holds as the person reads them who is about to sign. */
public final class HoldWords {
    private HoldWords() {}

    public static String of(Hold hold) {
        return String.join(
                "\n",
                "Hold, drawn up on " + hold.created(),
                "",
                "  Case            " + hold.caseReference().text(),
                "  Keeps           " + about(hold.about()),
                "  Weeks           " + hold.first() + " to " + hold.last(),
                "  Reason          " + words(hold.reason().word()),
                "  Review          on " + hold.review() + ", somebody asks whether it is still needed",
                "  Ends            after " + hold.expiry() + ", or when two people lift it",
                "",
                effect(hold.about()),
                "");
    }

    /**
     * A lift with what it lifts.
     *
     * @param hold that it lifts
     */
    public static String of(Lift lift, Hold hold) {
        return of(lift) + "It lifts this:\n\n" + of(hold);
    }

    public static String of(Lift lift) {
        return String.join(
                "\n",
                "Lift of a hold, drawn up on " + lift.created(),
                "",
                "  Case            " + lift.caseReference().text(),
                "  Hold            " + lift.hold(),
                "  Reason          " + words(lift.reason().word()),
                "",
                "What the hold keeps goes by its rules again, with the next deletion.",
                "");
    }

    private static String about(About about) {
        if (about instanceof About.Person person) {
            return "what is held about " + person.name().text();
        }
        return about instanceof About.Department department
                ? "what is held about the department " + department.name()
                : "everything of these weeks";
    }

    private static String effect(About about) {
        String whole = "Until then the activity of these weeks, everybody's, and their keys are not deleted";
        return about instanceof About.Person
                ? whole + ".\nUnder a grant the person's rows can be copied aside, and then the rest goes."
                : whole + ".";
    }

    private static String words(String word) {
        return word.replace('_', ' ');
    }
}
