package org.modicum.pipeline.hold;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.policy.grant.Agreed;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.retention.Lift;

/** What the log is told of holds: digests, case references, weeks and days; neither the person nor the department. */
final class HoldEntries {
    private HoldEntries() {}

    static Entry placed(Instant time, String run, Agreed<Hold> agreed) {
        Hold hold = agreed.signed().document();
        return new Entry(
                time,
                Kind.HOLD_PLACED,
                Map.of(
                        "run", Value.of(run),
                        "hold", Value.of(agreed.signed().digest()),
                        "case_ref", Value.of(hold.caseReference().text()),
                        "about", Value.of(hold.about().word()),
                        "reason", Value.of(hold.reason().word()),
                        "first", Value.of(hold.first().toString()),
                        "last", Value.of(hold.last().toString()),
                        "review", Value.of(hold.review().toString()),
                        "expiry", Value.of(hold.expiry().toString()),
                        "keys", Value.of(keys(agreed))));
    }

    static Entry lifted(Instant time, String run, Agreed<Lift> agreed) {
        Lift lift = agreed.signed().document();
        return new Entry(
                time,
                Kind.HOLD_LIFTED,
                Map.of(
                        "run", Value.of(run),
                        "lift", Value.of(agreed.signed().digest()),
                        "hold", Value.of(lift.hold()),
                        "case_ref", Value.of(lift.caseReference().text()),
                        "reason", Value.of(lift.reason().word()),
                        "keys", Value.of(keys(agreed))));
    }

    static Entry refused(Instant time, String run, byte[] envelope, List<Refusal> reasons) {
        return new Entry(
                time,
                Kind.HOLD_REFUSED,
                Map.of(
                        "run", Value.of(run),
                        "envelope", Value.of(Digests.sha256(envelope)),
                        "reasons", Value.of(reasons.stream().map(Refusal::name).toList())));
    }

    private static List<String> keys(Agreed<?> agreed) {
        return agreed.approvals().stream()
                .map(approval -> approval.key().key().digest())
                .toList();
    }
}
