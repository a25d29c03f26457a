package org.modicum.policy.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is asked for. It allows nothing by itself: see {@link GrantVerifier}.
 *
 * @param id made at random, so that two requests are never the same bytes
 * @param audience the origin of the installation's audit log; elsewhere the grant is void
 * @param caseReference the case in the personnel system
 * @param justification digest of the text that says why, which is kept outside
 * @param requester who asks
 * @param sites those that may be looked at
 * @param recipient who may read what comes of it
 * @param created when it was asked for
 * @param maxUses how often it may be used, counting those that failed
 */
public record Grant(
        UUID id,
        String audience,
        Purpose purpose,
        CaseReference caseReference,
        String justification,
        UserName requester,
        Weeks weeks,
        Sites sites,
        Recipient recipient,
        Instant created,
        Instant notBefore,
        Instant notAfter,
        int maxUses) {
    /** From creation to the last moment. */
    public static final Duration LONGEST = Duration.ofDays(30);

    public static final int MOST_USES = 5;

    /** @throws RefusedException if it asks for more than any grant may, or a part does not fit another */
    public Grant {
        checkedAudience(audience);
        Words.digest(justification);
        List.of(created, notBefore, notAfter).forEach(Words::seconds);
        bounds(!notBefore.isBefore(created) && notBefore.isBefore(notAfter), "It ends before it begins.");
        bounds(
                !notAfter.isAfter(created.plus(LONGEST)),
                "It lasts longer than " + LONGEST.toDays() + " days from its creation.");
        bounds(maxUses >= 1 && maxUses <= MOST_USES, "It may be used 1 to " + MOST_USES + " times.");
        weeks.checkFor(purpose, notAfter);
        if (purpose instanceof Purpose.SubjectReport report) {
            UserName subject = report.subject().person();
            Words.require(requester.equals(subject), "A subject report is requested by the person it is about.");
            Words.require(recipient.person().equals(subject), "A subject report goes to the person it is about.");
            Words.require(sites.equals(Sites.ALL), "A subject report is about all sites.");
        }
        if (purpose instanceof Purpose.HoldCopy) {
            Words.require(sites.equals(Sites.ALL), "A copy for a hold is about all sites.");
        }
    }

    /**
     * The same, if it may be an audience.
     *
     * @throws RefusedException if no audit log can have this name
     */
    public static String checkedAudience(String audience) {
        Words.require(
                audience.matches("[!-*,-~]{1,100}"),
                "An audience is the origin of an audit log, like example.org/log.");
        return audience;
    }

    /** @throws RefusedException if these are not the bytes that {@link #body} gives for any grant */
    public static Grant parse(byte[] body) {
        return GrantJson.parse(body);
    }

    /** What is signed: the one spelling of this grant. */
    public byte[] body() {
        return GrantJson.body(this);
    }

    /** Without any person. */
    @Override
    public String toString() {
        return "Grant[" + caseReference.text() + ", " + purpose.word() + "]";
    }

    static void bounds(boolean holds, String otherwise) {
        if (!holds) {
            throw new RefusedException(Refusal.OUT_OF_BOUNDS, otherwise);
        }
    }
}
