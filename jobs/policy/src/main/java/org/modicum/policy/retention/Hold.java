package org.modicum.policy.retention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
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
import org.modicum.policy.protocol.IsoWeek;

/**
 * An order of two people to keep what the rules would delete. It is about whole weeks: rows of one department or person
 * cannot be told from others without naming somebody, so for as long as they lie among others all of those weeks stay.
 * Under a grant one person's rows can be {@link CopiedAside copied aside}.
 *
 * @param created in whole seconds
 * @param about everybody of these weeks, or a department or a person
 * @param first week
 * @param last week
 * @param review the day on which somebody has to ask whether it is still needed
 * @param expiry the last day on which it holds
 */
public record Hold(
        Instant created,
        CaseReference caseReference,
        Reason reason,
        About about,
        IsoWeek first,
        IsoWeek last,
        LocalDate review,
        LocalDate expiry) {

    /** Why data may be needed longer; there is no room for a story. */
    public enum Reason {
        LEGAL_CLAIM,
        INVESTIGATION,
        REQUEST_OF_THE_PERSON,
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
                    .orElseThrow(() -> new IllegalArgumentException("There is no such reason for a hold"));
        }
    }

    /** A hold that goes on for longer is placed anew, by people who look at it anew. */
    private static final int MOST_DAYS = 366;

    private static final int MOST_WEEKS = 53;

    /** @throws RefusedException if the days or weeks are in the wrong order, or are too many */
    public Hold {
        LocalDate day = LocalDate.ofInstant(created, ZoneOffset.UTC);
        require(created.equals(created.truncatedTo(ChronoUnit.SECONDS)), "Times are in whole seconds.");
        require(
                first.compareTo(last) <= 0
                        && !first.plusWeeks(MOST_WEEKS).monday().isBefore(last.monday()),
                "A hold is about 1 to " + MOST_WEEKS + " weeks, the first before the last.");
        require(
                !review.isBefore(day) && !expiry.isBefore(review) && !expiry.isAfter(day.plusDays(MOST_DAYS)),
                "A hold is reviewed before it expires, and expires within a year.");
    }

    /**
     * Opens what two people signed.
     *
     * @throws RefusedException if it does not count
     */
    public static Signed<Hold> open(byte[] envelope, Circumstances circumstances) {
        return agreed(envelope, circumstances).signed();
    }

    /** As {@link #open}, with who signed. */
    public static Agreed<Hold> agreed(byte[] envelope, Circumstances circumstances) {
        return TwoPeople.open(envelope, PayloadType.HOLD, Hold::parse, Hold::created, circumstances);
    }

    /** @throws RefusedException if these are not the bytes that {@link #body} gives for any hold */
    public static Hold parse(byte[] body) {
        try {
            Fields fields = Fields.parse(body);
            Hold hold = new Hold(
                    fields.time("created"),
                    new CaseReference(fields.text("case_ref")),
                    Reason.of(fields.text("reason")),
                    About.parse(fields.text("about"), fields.optionalText("of")),
                    IsoWeek.parse(fields.text("first")),
                    IsoWeek.parse(fields.text("last")),
                    LocalDate.parse(fields.text("review")),
                    LocalDate.parse(fields.text("expiry")));
            fields.noOthers();
            Spelling.check(body, hold.body());
            return hold;
        } catch (MalformedException | IllegalArgumentException | DateTimeException e) {
            throw new RefusedException(Refusal.NOT_A_DOCUMENT, "It is no hold as Modicum writes one.", e);
        }
    }

    /** What is signed: the one spelling of this hold. */
    public byte[] body() {
        return Spelling.of(json -> {
            json.writeStringField("created", created.toString());
            json.writeStringField("case_ref", caseReference.text());
            json.writeStringField("reason", reason.word());
            json.writeStringField("about", about.word());
            if (about.of().isPresent()) {
                json.writeStringField("of", about.of().get());
            }
            json.writeStringField("first", first.toString());
            json.writeStringField("last", last.toString());
            json.writeStringField("review", review.toString());
            json.writeStringField("expiry", expiry.toString());
        });
    }

    /** Whether it still holds on that day. */
    public boolean isInForce(LocalDate today) {
        return !today.isAfter(expiry);
    }

    /** Whether it keeps back what is of any of these weeks. */
    public boolean covers(Collection<IsoWeek> weeks) {
        return weeks.stream().anyMatch(week -> first.compareTo(week) <= 0 && week.compareTo(last) <= 0);
    }

    /** Without the department or the person. */
    @Override
    public String toString() {
        return "Hold[" + caseReference.text() + ", " + first + " to " + last + ", until " + expiry + "]";
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new RefusedException(Refusal.OUT_OF_BOUNDS, otherwise);
        }
    }
}
