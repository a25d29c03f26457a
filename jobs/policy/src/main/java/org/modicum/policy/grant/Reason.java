package org.modicum.policy.grant;

/** The two reasons of paragraph 24 for which a person may be named. There is no third. */
public enum Reason {
    EXCESSIVE_USE,
    POLICY_BREACH
}
