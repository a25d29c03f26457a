package org.modicum.policy.grant;

/** What cannot be checked with public keys alone. */
public enum Unchecked {
    LOG("Without the audit log: how often it was used, whether the clock was set back, and whether the registry and"
            + " the revocations are the newest."),
    STAFF("Without the staff directory: whether those who signed are staff and of which department, and whether the"
            + " subjects are of the department stated."),
    SITES("Without the catalogue of sites: whether it has the sites that the grant is about."),
    REVOCATIONS("Without a list of revocations: whether the grant or a key was revoked."),
    AUDIENCE("Without the name of the installation: whether it is for this one.");

    private final String sentence;

    Unchecked(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
