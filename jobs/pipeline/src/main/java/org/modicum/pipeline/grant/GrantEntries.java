package org.modicum.pipeline.grant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.policy.grant.Approval;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.VerifiedGrant;

/** What the log is told of grants: digests, case references and reasons, nobody's name. */
final class GrantEntries {
    private GrantEntries() {}

    /** That it was asked for, and every signature under it, unless the log has them already. */
    static List<Entry> seen(Instant now, VerifiedGrant grant, GrantLog log) {
        String caseReference = grant.grant().caseReference().text();
        List<Entry> entries = new ArrayList<>();
        if (!has(log, Kind.GRANT_REQUESTED, "grant", grant.digest())) {
            entries.add(new Entry(
                    now,
                    Kind.GRANT_REQUESTED,
                    Map.of(
                            "grant", Value.of(grant.digest()),
                            "case_ref", Value.of(caseReference),
                            "purpose", Value.of(grant.grant().purpose().word()))));
        }
        for (Approval approval : grant.approvals()) {
            String key = approval.key().key().digest();
            boolean known = log.entries().stream()
                    .anyMatch(entry -> entry.kind() == Kind.GRANT_SIGNED
                            && entry.text("grant").equals(grant.digest())
                            && entry.text("key").equals(key));
            if (!known) {
                entries.add(new Entry(
                        now,
                        Kind.GRANT_SIGNED,
                        Map.of(
                                "grant", Value.of(grant.digest()),
                                "case_ref", Value.of(caseReference),
                                "key", Value.of(key))));
            }
        }
        return entries;
    }

    static Entry intent(Instant now, String run, VerifiedGrant grant) {
        return new Entry(
                now,
                Kind.GRANT_INTENT,
                Map.of(
                        "run", Value.of(run),
                        "grant", Value.of(grant.digest()),
                        "case_ref", Value.of(grant.grant().caseReference().text()),
                        "use", Value.of(grant.use()),
                        "max_uses", Value.of(grant.grant().maxUses())));
    }

    static Entry refused(Instant now, String run, byte[] envelope, List<Refusal> reasons) {
        return new Entry(
                now,
                Kind.GRANT_REFUSED,
                Map.of(
                        "run", Value.of(run),
                        "envelope", Value.of(Digests.sha256(envelope)),
                        "reasons", Value.of(reasons.stream().map(Refusal::name).toList())));
    }

    private static boolean has(GrantLog log, Kind kind, String field, String value) {
        return log.entries().stream()
                .anyMatch(entry -> entry.kind() == kind && entry.text(field).equals(value));
    }
}
