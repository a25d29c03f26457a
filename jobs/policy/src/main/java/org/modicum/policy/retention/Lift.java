package org.modicum.policy.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.modicum.policy.grant.Agreed;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.Circumstances;
import org.modicum.policy.grant.Fields;
import org.modicum.policy.grant.MalformedException;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.grant.Spelling;
import org.modicum.policy.grant.TwoPeople;

/**
 * An order of two people that one hold holds no longer. It names that hold's digest, so it lifts no other, and none that
 * is placed later.
 *
 * @param created in whole seconds
 * @param caseReference that of the hold
 * @param hold SHA-256 of the hold that was signed
 */
public record Lift(Instant created, CaseReference caseReference, String hold, Reason reason) {

    /** Why a hold is needed no longer. */
    public enum Reason {
        CASE_CLOSED,
        NO_LONGER_NEEDED,
        PLACED_IN_ERROR,
        ORDER_OF_AN_AUTHORITY;

        /** The word in the document. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is no such reason */
        public static Reason of(String word) {
            return Arrays.stream(values())
                    .filter(reason -> reason.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no such reason for a lift"));
        }
    }

    /** @throws RefusedException if it names no hold */
    public Lift {
        if (!created.equals(created.truncatedTo(ChronoUnit.SECONDS)) || !hold.matches("[0-9a-f]{64}")) {
            throw new RefusedException(
                    Refusal.NOT_A_DOCUMENT, "A lift names a hold's digest; its time is in whole seconds.");
        }
    }

    /**
     * Opens what two people signed.
     *
     * @throws RefusedException if it does not count
     */
    public static Agreed<Lift> agreed(byte[] envelope, Circumstances circumstances) {
        return TwoPeople.open(envelope, PayloadType.LIFT, Lift::parse, Lift::created, circumstances);
    }

    /** @throws RefusedException if these are not the bytes that {@link #body} gives for any lift */
    public static Lift parse(byte[] body) {
        try {
            Fields fields = Fields.parse(body);
            Lift lift = new Lift(
                    fields.time("created"),
                    new CaseReference(fields.text("case_ref")),
                    fields.text("hold"),
                    Reason.of(fields.text("reason")));
            fields.noOthers();
            Spelling.check(body, lift.body());
            return lift;
        } catch (MalformedException | IllegalArgumentException e) {
            throw new RefusedException(Refusal.NOT_A_DOCUMENT, "It is no lift as Modicum writes one.", e);
        }
    }

    /** What is signed: the one spelling of this lift. */
    public byte[] body() {
        return Spelling.of(json -> {
            json.writeStringField("created", created.toString());
            json.writeStringField("case_ref", caseReference.text());
            json.writeStringField("hold", hold);
            json.writeStringField("reason", reason.word());
        });
    }

    /** The last day on which the hold holds, by this. */
    public LocalDate day() {
        return LocalDate.ofInstant(created, ZoneOffset.UTC);
    }

    /** Whether it is this hold that it lifts, and that was placed by then. */
    public boolean isOf(Signed<Hold> signed) {
        return hold.equals(signed.digest())
                && caseReference.equals(signed.document().caseReference())
                && !created.isBefore(signed.document().created());
    }
}
