package org.modicum.policy.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What must hold of a grant whoever signed it. */
final class GrantRules {
    private final Signed<Grant> signed;
    private final Grant grant;
    private final Circumstances circumstances;
    private final Optional<Revocations> revocations;
    private final Set<Refusal> reasons;

    /** @param reasons to which is added whatever is found */
    GrantRules(
            Signed<Grant> signed,
            Circumstances circumstances,
            Optional<Revocations> revocations,
            Set<Refusal> reasons) {
        this.signed = signed;
        this.grant = signed.document();
        this.circumstances = circumstances;
        this.revocations = revocations;
        this.reasons = reasons;
    }

    void check() {
        time();
        refuseIf(
                circumstances
                        .audience()
                        .filter(here -> !here.equals(grant.audience()))
                        .isPresent(),
                Refusal.OTHER_INSTALLATION);
        refuseIf(
                revocations
                        .filter(list -> list.grants().contains(signed.digest()))
                        .isPresent(),
                Refusal.REVOKED);
        circumstances.log().ifPresent(this::log);
        circumstances.staff().ifPresent(this::people);
        circumstances
                .sites()
                .ifPresent(catalogue ->
                        refuseIf(!grant.sites().missingFrom(catalogue).isEmpty(), Refusal.SITE_UNKNOWN));
    }

    private void time() {
        Instant now = circumstances.now();
        refuseIf(Skew.isAfter(grant.created(), now), Refusal.CREATED_IN_THE_FUTURE);
        refuseIf(Skew.isAfter(grant.notBefore(), now), Refusal.NOT_YET_VALID);
        refuseIf(Skew.isAfter(now, grant.notAfter()), Refusal.EXPIRED);
    }

    private void log(LogState log) {
        refuseIf(
                log.lastEntry()
                        .filter(last -> Skew.isAfter(last, circumstances.now()))
                        .isPresent(),
                Refusal.CLOCK_SET_BACK);
        refuseIf(log.uses(signed.digest()) >= grant.maxUses(), Refusal.USED_UP);
        refuseIf(log.revocations().grants().contains(signed.digest()), Refusal.REVOKED);
    }

    private void people(StaffRecords staff) {
        LocalDate today = circumstances.today();
        LocalDate first = grant.weeks().since(today);
        LocalDate last = grant.weeks().until(today);
        for (Subject subject : grant.purpose().people()) {
            Set<String> departments = staff.departments(subject.person(), first, last);
            refuseIf(departments.isEmpty(), Refusal.SUBJECT_UNKNOWN);
            refuseIf(!departments.isEmpty() && !departments.contains(subject.department()), Refusal.DEPARTMENT_DIFFERS);
        }
        refuseIf(
                grant.purpose() instanceof Purpose.WholeDepartment whole
                        && !staff.hasDepartment(whole.department(), first, last),
                Refusal.DEPARTMENT_UNKNOWN);
        if (!(grant.purpose() instanceof Purpose.SubjectReport)) {
            refuseIf(staff.departments(grant.requester(), today, today).isEmpty(), Refusal.REQUESTER_UNKNOWN);
            refuseIf(staff.departments(grant.recipient().person(), today, today).isEmpty(), Refusal.RECIPIENT_UNKNOWN);
        }
    }

    private void refuseIf(boolean holds, Refusal refusal) {
        if (holds) {
            reasons.add(refusal);
        }
    }
}
