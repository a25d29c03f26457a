package org.modicum.policy.grant;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may approve what. Strict: whoever signed without being allowed to spoils the grant, even if enough others signed,
 * because somebody then misunderstood or tried something.
 */
final class ApproverRules {
    private final Grant grant;
    private final Registry registry;
    private final Circumstances circumstances;
    private final Optional<Revocations> revocations;
    private final Set<Refusal> reasons;
    private final LocalDate today;
    private final LocalDate first;
    private final LocalDate last;

    /** @param reasons to which is added whatever is found */
    ApproverRules(
            Grant grant,
            Registry registry,
            Circumstances circumstances,
            Optional<Revocations> revocations,
            Set<Refusal> reasons) {
        this.grant = grant;
        this.registry = registry;
        this.circumstances = circumstances;
        this.revocations = revocations;
        this.reasons = reasons;
        this.today = circumstances.today();
        this.first = grant.weeks().since(today);
        this.last = grant.weeks().until(today);
    }

    void check(List<Approval> approvals) {
        Set<String> concerned = concerned();
        approvals.forEach(approval -> {
            key(approval.key());
            person(approval.approver(), concerned);
        });
        List<Approver> people =
                approvals.stream().map(Approval::approver).distinct().toList();
        refuseIf(people.size() < approvals.size(), Refusal.SIGNED_TWICE);
        Set<String> approving = circumstances.authorisation().approvingRoles();
        int quorum = Quorum.of(grant.purpose());
        refuseIf(people.size() < quorum, Refusal.TOO_FEW_PEOPLE);
        int roles = Quorum.roles(
                people.stream().map(person -> person.rolesAmong(approving)).toList());
        refuseIf(roles < quorum, Refusal.TOO_FEW_ROLES);
        String dataProtection = circumstances.authorisation().dataProtectionRole();
        refuseIf(
                Quorum.needsDataProtection(grant.purpose())
                        && people.stream().noneMatch(person -> person.roles().contains(dataProtection)),
                Refusal.DATA_PROTECTION_MISSING);
    }

    private void key(EnrolledKey key) {
        refuseIf(!key.isValid(grant.created(), circumstances.now()), Refusal.KEY_NOT_VALID);
        String digest = key.key().digest();
        boolean listed =
                revocations.filter(list -> list.keys().contains(digest)).isPresent();
        boolean seen = circumstances
                .log()
                .filter(log -> log.revocations().keys().contains(digest))
                .isPresent();
        refuseIf(key.revoked().isPresent() || listed || seen, Refusal.KEY_REVOKED);
    }

    private void person(Approver approver, Set<String> concerned) {
        UserName person = approver.person();
        Authorisation authorisation = circumstances.authorisation();
        refuseIf(approver.roles().contains(authorisation.itRole()), Refusal.IT_OPERATIONS);
        refuseIf(approver.rolesAmong(authorisation.approvingRoles()).isEmpty(), Refusal.NO_ROLE_TO_APPROVE);
        refuseIf(person.mayBe(grant.requester()), Refusal.REQUESTER_SIGNED);
        refuseIf(
                grant.purpose().people().stream()
                        .anyMatch(subject -> subject.person().mayBe(person)),
                Refusal.SUBJECT_SIGNED);
        Set<String> own = new HashSet<>(folded(Set.of(approver.department())));
        circumstances.staff().ifPresent(staff -> {
            own.addAll(folded(staff.departments(person, first, last)));
            refuseIf(staff.departments(person, today, today).isEmpty(), Refusal.APPROVER_LEFT);
        });
        refuseIf(!Collections.disjoint(own, concerned), Refusal.OF_THE_DEPARTMENT);
    }

    /** Every department that the grant may be about: stated in it, and where registry and directory have its people. */
    private Set<String> concerned() {
        Set<String> departments = new HashSet<>();
        if (grant.purpose() instanceof Purpose.WholeDepartment whole) {
            departments.add(whole.department());
        }
        for (Subject subject : grant.purpose().people()) {
            departments.add(subject.department());
            registry.person(subject.person()).ifPresent(known -> departments.add(known.department()));
            circumstances
                    .staff()
                    .ifPresent(staff -> departments.addAll(staff.departments(subject.person(), first, last)));
        }
        return folded(departments);
    }

    private static Set<String> folded(Collection<String> departments) {
        return departments.stream().map(Words::foldedDepartment).collect(Collectors.toSet());
    }

    private void refuseIf(boolean holds, Refusal refusal) {
        if (holds) {
            reasons.add(refusal);
        }
    }
}
