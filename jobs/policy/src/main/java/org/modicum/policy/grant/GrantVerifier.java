package org.modicum.policy.grant;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether people may be named. The order is that of trust: the roots vouch for the registry, the registry for
 * the keys, the keys for the grant; only then is the grant read, once, and then everything is held against it.
 */
public final class GrantVerifier {
    private GrantVerifier() {}

    /** What a {@link VerifiedGrant} cannot be made without. */
    static final class Seal {
        private Seal() {}
    }

    /**
     * Verifies a grant. Whatever goes wrong ends in a refusal, and all reasons that can be found are found at once.
     *
     * @param envelope the file as it came, from anybody
     */
    public static Verdict verify(byte[] envelope, Circumstances circumstances) {
        Set<Refusal> reasons = EnumSet.noneOf(Refusal.class);
        if (!Jdk.isMended(circumstances.java())) {
            reasons.add(Refusal.OLD_JAVA);
        }
        Optional<Revocations> revocations = revocations(circumstances, reasons);
        try {
            Registry registry = registry(circumstances);
            Envelope.Opened opened = Envelope.parse(envelope).open(PayloadType.GRANT, registry.keys());
            Signed<Grant> grant = new Signed<>(Grant.parse(opened.body()), Digests.sha256(opened.body()));
            List<Approval> approvals = opened.signers().stream()
                    .map(key -> Approval.of(registry, key))
                    .toList();
            new GrantRules(grant, circumstances, revocations, reasons).check();
            new ApproverRules(grant.document(), registry, circumstances, revocations, reasons).check(approvals);
            return verdict(grant, approvals, circumstances, reasons);
        } catch (RefusedException e) {
            reasons.add(e.refusal());
            return Refused.because(reasons, Optional.empty());
        }
    }

    private static Verdict verdict(
            Signed<Grant> grant, List<Approval> approvals, Circumstances circumstances, Set<Refusal> reasons) {
        if (!reasons.isEmpty()) {
            return Refused.because(reasons, Optional.of(grant));
        }
        Set<Unchecked> unchecked = circumstances.unchecked();
        if (!unchecked.isEmpty()) {
            return new HeldOnPaper(grant.document(), grant.digest(), approvals, unchecked);
        }
        int use = circumstances.log().orElseThrow().uses(grant.digest()) + 1;
        return new VerifiedGrant(new Seal(), grant, approvals, use);
    }

    private static Registry registry(Circumstances circumstances) {
        byte[] envelope = circumstances.registry().orElseThrow(() -> new RefusedException(Refusal.NO_REGISTRY));
        Optional<Seen> seen = circumstances.log().flatMap(LogState::registry);
        return Registry.open(envelope, circumstances.authorisation(), seen, circumstances.now())
                .document();
    }

    /** On an installation a list is a must; away from it, one that was brought along must be good. */
    private static Optional<Revocations> revocations(Circumstances circumstances, Set<Refusal> reasons) {
        if (circumstances.revocations().isEmpty()) {
            if (circumstances.log().isPresent()) {
                reasons.add(Refusal.NO_REVOCATIONS);
            }
            return Optional.empty();
        }
        SeenRevocations seen = circumstances.log().map(LogState::revocations).orElse(SeenRevocations.NONE);
        try {
            return Optional.of(Revocations.open(
                            circumstances.revocations().get(), circumstances.authorisation(), seen, circumstances.now())
                    .document());
        } catch (RefusedException e) {
            reasons.add(e.refusal());
            return Optional.empty();
        }
    }
}
