package org.modicum.pipeline.auditors;

import java.util.regex.Pattern;
import org.modicum.policy.retention.Held;
import org.modicum.policy.retention.PlanItem;

/**
 * What a part is called in the report: days, weeks, runs and case references, which Modicum writes. A file that somebody
 * put among them may be called anything, a person's name too.
 */
final class PartName {
    private static final Pattern OURS = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{5,20}Z)?"
            + "|[0-9]{4}-W[0-9]{2}"
            + "|[0-9]{8}T[0-9]{6}[.][0-9]{3}Z"
            + "|[A-Z]{1,4}-[0-9]{4}-[0-9]{1,9}(-[0-9a-f]{16}(-[0-9]{1,3})?)?([.]age)?([.]tlog-proof)?"
            + "|" + PlanItem.UNREFERENCED);

    private PartName() {}

    static String of(Held held) {
        return OURS.matcher(held.part()).matches() ? held.part() : "called in another way";
    }
}
