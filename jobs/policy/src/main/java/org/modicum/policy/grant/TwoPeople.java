package org.modicum.policy.grant;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A document that two people of two roles signed, none of them IT operations, about nobody in particular. Who may sign
 * is as for grants: the roots vouch for the registry, the registry for the keys.
 */
public final class TwoPeople {
    private static final int PEOPLE = 2;

    private TwoPeople() {}

    /**
     * Opens it and holds everything against it.
     *
     * @param read makes the document of its body
     * @param made when the document says that it was made
     * @throws RefusedException for the first reason that is found
     */
    public static <T> Agreed<T> open(
            byte[] envelope,
            PayloadType type,
            Function<byte[], T> read,
            Function<T, Instant> made,
            Circumstances circumstances) {
        refuseIf(!Jdk.isMended(circumstances.java()), Refusal.OLD_JAVA);
        byte[] signed = circumstances.registry().orElseThrow(() -> new RefusedException(Refusal.NO_REGISTRY));
        Registry registry = Registry.open(
                        signed,
                        circumstances.authorisation(),
                        circumstances.log().flatMap(LogState::registry),
                        circumstances.now())
                .document();
        Envelope.Opened opened = Envelope.parse(envelope).open(type, registry.keys());
        T document = read.apply(opened.body());
        refuseIf(Skew.isAfter(made.apply(document), circumstances.now()), Refusal.CREATED_IN_THE_FUTURE);
        List<Approval> approvals =
                opened.signers().stream().map(key -> Approval.of(registry, key)).toList();
        approvals.forEach(approval -> check(approval, made.apply(document), circumstances));
        check(approvals, circumstances.authorisation().approvingRoles());
        return new Agreed<>(new Signed<>(document, Digests.sha256(opened.body())), approvals);
    }

    /** A key must have been valid when it signed; that it ends later is no reason to forget what it signed. */
    private static void check(Approval approval, Instant made, Circumstances circumstances) {
        Authorisation authorisation = circumstances.authorisation();
        Approver approver = approval.approver();
        EnrolledKey key = approval.key();
        refuseIf(!key.isValid(made, made), Refusal.KEY_NOT_VALID);
        boolean listed = circumstances
                .log()
                .filter(log -> log.revocations().keys().contains(key.key().digest()))
                .isPresent();
        refuseIf(key.revoked().isPresent() || listed, Refusal.KEY_REVOKED);
        refuseIf(approver.roles().contains(authorisation.itRole()), Refusal.IT_OPERATIONS);
        refuseIf(approver.rolesAmong(authorisation.approvingRoles()).isEmpty(), Refusal.NO_ROLE_TO_APPROVE);
    }

    private static void check(List<Approval> approvals, Set<String> approvingRoles) {
        List<Approver> people =
                approvals.stream().map(Approval::approver).distinct().toList();
        refuseIf(people.size() < approvals.size(), Refusal.SIGNED_TWICE);
        refuseIf(people.size() < PEOPLE, Refusal.TOO_FEW_PEOPLE);
        int roles = Quorum.roles(
                people.stream().map(person -> person.rolesAmong(approvingRoles)).toList());
        refuseIf(roles < PEOPLE, Refusal.TOO_FEW_ROLES);
    }

    private static void refuseIf(boolean holds, Refusal refusal) {
        if (holds) {
            throw new RefusedException(refusal);
        }
    }
}
