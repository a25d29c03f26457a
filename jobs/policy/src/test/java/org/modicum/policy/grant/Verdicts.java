package org.modicum.policy.grant;

import java.util.stream.Collectors;

/** Verdicts as truth tables write them. */
final class Verdicts {
    private Verdicts() {}

    static String written(Verdict verdict) {
        if (verdict instanceof Refused refused) {
            return refused.reasons().stream().map(Refusal::name).collect(Collectors.joining(" "));
        }
        return verdict instanceof VerifiedGrant ? "VERIFIED" : "ON_PAPER";
    }
}
