package org.modicum.policy.grant;

import org.modicum.policy.signature.Ed25519Key;

/** A signature that held: who signed, and with which of their keys. */
record Signing(Approver approver, EnrolledKey key) {
    static Signing of(Registry registry, Ed25519Key key) {
        Approver approver = registry.holder(key).orElseThrow();
        return new Signing(approver, approver.enrolled(key).orElseThrow());
    }
}
