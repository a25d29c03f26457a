package org.modicum.policy.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.modicum.policy.grant.Agreed;
import org.modicum.policy.grant.Approval;
import org.modicum.policy.grant.Approver;
import org.modicum.policy.grant.Departments;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.StaffRecords;
import org.modicum.policy.grant.UserName;

/** What must hold besides the signatures when a hold is placed, lifted or copied for. */
public final class HoldRules {
    private HoldRules() {}

    /**
     * What is against placing a hold; nothing if it may be.
     *
     * @param known what the log has of it, if it was placed before
     */
    public static List<Refusal> placing(
            Agreed<Hold> agreed, Optional<LoggedHold> known, StaffRecords staff, LocalDate today) {
        Hold hold = agreed.signed().document();
        List<Refusal> against = new ArrayList<>(signing(agreed.approvals(), staff, today));
        if (!isKnown(hold, staff)) {
            against.add(Refusal.HOLD_ABOUT_UNKNOWN);
        }
        if (!hold.isInForce(today) || known.flatMap(LoggedHold::lift).isPresent()) {
            against.add(Refusal.HOLD_OVER);
        }
        return against;
    }

    /**
     * What is against lifting a hold; nothing if it may be. Whom it is about may have reason to wish it gone, so neither
     * they nor anybody of their department signs.
     *
     * @param hold that of the digest in the lift, if it lies here
     * @param known what the log has of it; the same lift may be handed in again
     */
    public static List<Refusal> lifting(
            Agreed<Lift> agreed,
            Optional<PlacedHold> hold,
            Optional<LoggedHold> known,
            StaffRecords staff,
            LocalDate today) {
        if (hold.isEmpty()) {
            return List.of(Refusal.HOLD_UNKNOWN);
        }
        List<Refusal> against = new ArrayList<>(signing(agreed.approvals(), staff, today));
        if (!agreed.signed().document().isOf(hold.get().signed())) {
            against.add(Refusal.HOLD_DIFFERS);
        }
        boolean again = known.flatMap(LoggedHold::lift)
                .filter(lift -> lift.digest().equals(agreed.signed().digest()))
                .isPresent();
        boolean over =
                known.flatMap(LoggedHold::lift).isPresent() || !hold.get().isInForce(today);
        if (over && !again) {
            against.add(Refusal.HOLD_OVER);
        }
        Predicate<Approver> concerned =
                approver -> isConcerned(approver, hold.get().hold(), staff, today);
        if (agreed.approvals().stream().map(Approval::approver).anyMatch(concerned)) {
            against.add(Refusal.LIFT_OF_CONCERNED);
        }
        return against;
    }

    /**
     * What is against copying for a hold under this grant; nothing if it may be done.
     *
     * @param hold that of the digest in the grant, if it lies here
     */
    public static List<Refusal> copying(Grant grant, Optional<PlacedHold> hold, LocalDate today) {
        if (!(grant.purpose() instanceof Purpose.HoldCopy copy)
                || hold.isEmpty()
                || !hold.get().signed().digest().equals(copy.hold())) {
            return List.of(Refusal.HOLD_UNKNOWN);
        }
        List<Refusal> against = new ArrayList<>();
        if (!hold.get().isInForce(today)) {
            against.add(Refusal.HOLD_OVER);
        }
        Hold about = hold.get().hold();
        boolean same = about.about().equals(new About.Person(copy.subject().person()))
                && about.caseReference().equals(grant.caseReference())
                && about.first().compareTo(grant.weeks().from()) <= 0
                && grant.weeks().to().compareTo(about.last()) <= 0;
        if (!same) {
            against.add(Refusal.HOLD_DIFFERS);
        }
        return against;
    }

    private static List<Refusal> signing(List<Approval> approvals, StaffRecords staff, LocalDate today) {
        return approvals.stream()
                        .map(approval -> approval.approver().person())
                        .anyMatch(person ->
                                staff.departments(person, today, today).isEmpty())
                ? List.of(Refusal.APPROVER_LEFT)
                : List.of();
    }

    private static boolean isKnown(Hold hold, StaffRecords staff) {
        LocalDate from = hold.first().monday();
        LocalDate to = hold.last().sunday();
        if (hold.about() instanceof About.Person person) {
            return !staff.departments(person.name(), from, to).isEmpty();
        }
        return !(hold.about() instanceof About.Department department)
                || staff.hasDepartment(department.name(), from, to);
    }

    private static boolean isConcerned(Approver approver, Hold hold, StaffRecords staff, LocalDate today) {
        LocalDate from = hold.first().monday().isBefore(today) ? hold.first().monday() : today;
        Set<String> own = new HashSet<>(staff.departments(approver.person(), from, today));
        own.add(approver.department());
        if (hold.about() instanceof About.Department department) {
            return Departments.has(own, department.name());
        }
        if (hold.about() instanceof About.Person person) {
            UserName name = person.name();
            return approver.person().mayBe(name)
                    || staff.departments(name, from, today).stream().anyMatch(theirs -> Departments.has(own, theirs));
        }
        return false;
    }
}
