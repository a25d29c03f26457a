package org.modicum.pipeline.flag;

import java.time.Instant;
import java.util.List;
import org.modicum.policy.attention.Method;
import org.modicum.policy.attention.PublishedError;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.VerifiedGrant;

/**
 * What stands in a sealed file about how it came to be.
 *
 * @param caseReference the case in the personnel system
 * @param grant SHA-256 of what was signed, the grant's name in the audit log
 * @param purpose one of paragraph 24's reasons, or SUBJECT_REPORT
 * @param use which use of the grant it was, of {@code maxUses}
 * @param from first granted week; {@code to} is the last
 * @param run the run that made it, as the audit log has it
 * @param log the name of the audit log
 * @param snapshot of the table of activity that was read
 * @param method version of the estimation, whose errors are those published for it
 */
public record UseOfGrant(
        String caseReference,
        String grant,
        String purpose,
        int use,
        int maxUses,
        String from,
        String to,
        List<String> sites,
        String run,
        String made,
        String log,
        String snapshot,
        String method,
        List<PublishedError> publishedErrors) {

    static UseOfGrant of(VerifiedGrant granted, String run, Instant made, String log, String snapshot) {
        Grant grant = granted.grant();
        return new UseOfGrant(
                grant.caseReference().text(),
                granted.digest(),
                grant.purpose().word(),
                granted.use(),
                grant.maxUses(),
                grant.weeks().from().toString(),
                grant.weeks().to().toString(),
                grant.sites().names(),
                run,
                made.toString(),
                log,
                snapshot,
                Method.VERSION,
                Method.PUBLISHED_ERROR);
    }
}
