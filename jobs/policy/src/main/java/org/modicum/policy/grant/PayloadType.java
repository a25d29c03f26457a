package org.modicum.policy.grant;

/** What a signature is about. It is part of what is signed, so a signature under one kind is none under another. */
public enum PayloadType {
    GRANT("application/vnd.modicum.grant.v1+json"),
    REGISTRY("application/vnd.modicum.registry.v1+json"),
    REVOCATIONS("application/vnd.modicum.revocations.v1+json"),
    ENROLMENT("application/vnd.modicum.enrolment.v1+json"),
    HOLD("application/vnd.modicum.hold.v1+json"),
    LIFT("application/vnd.modicum.lift.v1+json"),
    STANDING_RULE("application/vnd.modicum.standing-rule.v1+json"),
    CERTIFICATE("application/vnd.modicum.certificate.v1+json"),
    INCOMPLETE("application/vnd.modicum.incomplete.v1+json");

    private final String text;

    PayloadType(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
