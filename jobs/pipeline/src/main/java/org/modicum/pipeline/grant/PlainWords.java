package org.modicum.pipeline.grant;

import java.util.List;
import java.util.stream.Collectors;
import org.modicum.policy.grant.Approval;
import org.modicum.policy.grant.Approver;
import org.modicum.policy.grant.EnrolledKey;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Registry;
import org.modicum.policy.grant.Subject;

/** Documents as the person reads them who is about to sign, or who asks what was signed. */
public final class PlainWords {
    private PlainWords() {}

    public static String of(Grant grant) {
        return String.join(
                "\n",
                "Grant " + grant.id() + " for the installation " + grant.audience(),
                "",
                "  Case            " + grant.caseReference().text(),
                "  Purpose         " + purpose(grant.purpose()),
                "  About           " + about(grant.purpose()),
                "  Weeks           " + grant.weeks().from() + " to "
                        + grant.weeks().to(),
                "  Sites           " + String.join(", ", grant.sites().names()),
                "  Asked for by    " + grant.requester().text() + " on " + grant.created(),
                "  Justification   kept outside; its SHA-256 is " + grant.justification(),
                "  Result goes to  " + grant.recipient().person().text() + ", encrypted to "
                        + grant.recipient().key(),
                "  Valid           " + grant.notBefore() + " to " + grant.notAfter() + ", at most " + grant.maxUses()
                        + (grant.maxUses() == 1 ? " use" : " uses"),
                "");
    }

    public static String of(Registry registry) {
        return "Registry of approvers, version " + registry.version() + " of " + registry.issued() + "\n"
                + registry.people().stream().map(PlainWords::of).collect(Collectors.joining());
    }

    /** Who approved, one a line. */
    public static String of(List<Approval> approvals) {
        return approvals.stream()
                .map(approval ->
                        "  Approved by     " + approval.approver().person().text() + " ("
                                + String.join(", ", approval.approver().roles()) + "; "
                                + approval.approver().department() + ")\n")
                .collect(Collectors.joining());
    }

    private static String of(Approver approver) {
        return "\n  " + approver.person().text() + ", " + approver.department() + ": "
                + String.join(", ", approver.roles()) + "\n"
                + approver.keys().stream().map(PlainWords::of).collect(Collectors.joining());
    }

    private static String of(EnrolledKey key) {
        return "    " + key.key().line() + "\n      from " + key.from() + " to " + key.to()
                + key.revoked().map(when -> ", REVOKED " + when).orElse("") + "\n      digest "
                + key.key().digest() + "\n";
    }

    private static String purpose(Purpose purpose) {
        if (purpose instanceof Purpose.NamedSubjects named) {
            return "look at named people: " + named.reason().words();
        }
        if (purpose instanceof Purpose.WholeDepartment whole) {
            return "look for people above the threshold in a whole department: "
                    + whole.reason().words();
        }
        if (purpose instanceof Purpose.HoldCopy copy) {
            return "copy what is held of a person aside for a hold, so that the rest can go\n" + "  Hold            "
                    + copy.hold();
        }
        return "give a person everything that is held about them, at their own request";
    }

    private static String about(Purpose purpose) {
        if (purpose instanceof Purpose.WholeDepartment whole) {
            return "everybody in " + whole.department() + " who is above the threshold";
        }
        return purpose.people().stream().map(PlainWords::of).collect(Collectors.joining("\n                  "));
    }

    private static String of(Subject subject) {
        return subject.person().text() + ", " + subject.department();
    }
}
