package org.modicum.policy.grant;

import org.modicum.policy.signature.Ed25519Key;

/** A signature that held: who signed, and with which of their keys. */
public record Approval(Approver approver, EnrolledKey key) {
    static Approval of(Registry registry, Ed25519Key key) {
        Approver approver = registry.holder(key).orElseThrow();
        return new Approval(approver, approver.enrolled(key).orElseThrow());
    }
}
