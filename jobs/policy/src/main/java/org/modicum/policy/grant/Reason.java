package org.modicum.policy.grant;

/** The two reasons of paragraph 24 for which a person may be named. There is no third. */
public enum Reason {
    EXCESSIVE_USE("potential excessive use (paragraph 24)"),
    POLICY_BREACH("potential breach of policy (paragraph 24)");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }
}
