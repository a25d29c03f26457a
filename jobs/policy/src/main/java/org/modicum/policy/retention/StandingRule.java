package org.modicum.policy.retention;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 * A standing order of two people to delete, every night, what these rules say has to go. The rules and guards stand in
 * it in full: whoever signs sees them, and settings that say anything else are not under it.
 *
 * @param created in whole seconds
 * @param audience the origin of the audit log of the installation that it is for
 * @param from first day
 * @param to last day, within a year and a day
 */
public record StandingRule(
        Instant created,
        CaseReference caseReference,
        String audience,
        LocalDate from,
        LocalDate to,
        Guards guards,
        Rules rules) {

    /** An order that goes on for longer is given anew, by people who look at it anew. */
    public static final int MOST_DAYS = 366;

    /** Why it orders nothing today. */
    public enum Objection {
        OTHER_INSTALLATION("it is for another installation"),
        NOT_YET("it does not begin before a later day"),
        ENDED("it has ended; have two people sign a new one"),
        RULES_DIFFER("the retention rules of the settings are not those that were signed"),
        GUARDS_DIFFER("the guards of the settings are not those that were signed");

        private final String sentence;

        Objection(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** @throws RefusedException if the days are in the wrong order or too many */
    public StandingRule {
        LocalDate day = LocalDate.ofInstant(created, ZoneOffset.UTC);
        boolean inBounds = created.equals(created.truncatedTo(ChronoUnit.SECONDS))
                && !from.isBefore(day)
                && !to.isBefore(from)
                && !to.isAfter(day.plusDays(MOST_DAYS));
        if (!inBounds) {
            throw new RefusedException(
                    Refusal.OUT_OF_BOUNDS, "A standing rule begins today or later and ends within a year.");
        }
    }

    /**
     * Opens what two people signed.
     *
     * @throws RefusedException if it does not count
     */
    public static Signed<StandingRule> open(byte[] envelope, Circumstances circumstances) {
        return TwoPeople.open(
                        envelope, PayloadType.STANDING_RULE, StandingRule::parse, StandingRule::created, circumstances)
                .signed();
    }

    /** @throws RefusedException if these are not the bytes that {@link #body} gives for any standing rule */
    public static StandingRule parse(byte[] body) {
        try {
            Fields fields = Fields.parse(body);
            StandingRule rule = new StandingRule(
                    fields.time("created"),
                    new CaseReference(fields.text("case_ref")),
                    fields.text("audience"),
                    LocalDate.parse(fields.text("from")),
                    LocalDate.parse(fields.text("to")),
                    new Guards(
                            fields.whole("newest_days", 1, Integer.MAX_VALUE),
                            Double.parseDouble(fields.text("most_share")),
                            fields.whole("allowed_days", 1, Integer.MAX_VALUE)),
                    Rules.of(fields.objects("rules").stream()
                            .map(StandingRule::rule)
                            .toList()));
            fields.noOthers();
            Spelling.check(body, rule.body());
            return rule;
        } catch (MalformedException | IllegalArgumentException | DateTimeException e) {
            throw new RefusedException(Refusal.NOT_A_DOCUMENT, "It is no standing rule as Modicum writes one.", e);
        }
    }

    /** What is signed: the one spelling of it. */
    public byte[] body() {
        return Spelling.of(json -> {
            json.writeStringField("created", created.toString());
            json.writeStringField("case_ref", caseReference.text());
            json.writeStringField("audience", audience);
            json.writeStringField("from", from.toString());
            json.writeStringField("to", to.toString());
            json.writeNumberField("newest_days", guards.newestDays());
            json.writeStringField("most_share", Double.toString(guards.mostShare()));
            json.writeNumberField("allowed_days", guards.allowedDays());
            json.writeArrayFieldStart("rules");
            for (DataKind kind : DataKind.values()) {
                write(json, rules.of(kind));
            }
            json.writeEndArray();
        });
    }

    /**
     * Why it orders nothing: all reasons; none if what the settings say has to go is ordered to go.
     *
     * @param ours rules of the settings
     * @param today in UTC
     */
    public List<Objection> objections(Rules ours, Guards ourGuards, String installation, LocalDate today) {
        List<Objection> objections = new ArrayList<>();
        if (!audience.equals(installation)) {
            objections.add(Objection.OTHER_INSTALLATION);
        }
        if (today.isBefore(from)) {
            objections.add(Objection.NOT_YET);
        }
        if (today.isAfter(to)) {
            objections.add(Objection.ENDED);
        }
        if (!rules.equals(ours)) {
            objections.add(Objection.RULES_DIFFER);
        }
        if (!guards.equals(ourGuards)) {
            objections.add(Objection.GUARDS_DIFFER);
        }
        return objections;
    }

    private static Rule rule(Fields fields) {
        Rule rule = new Rule(
                DataKind.of(fields.text("kind")),
                fields.text("owner"),
                fields.text("purpose"),
                fields.text("basis"),
                Keep.parse(fields.text("keep")),
                fields.optionalText("from").map(StandingRule::from));
        fields.noOthers();
        return rule;
    }

    private static CountedFrom from(String word) {
        return Arrays.stream(CountedFrom.values())
                .filter(from -> from.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such day"));
    }

    private static void write(JsonGenerator json, Rule rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", rule.kind().word());
        json.writeStringField("keep", rule.keep().toString());
        Optional<CountedFrom> from = rule.from();
        if (from.isPresent()) {
            json.writeStringField("from", from.get().word());
        }
        json.writeStringField("owner", rule.owner());
        json.writeStringField("purpose", rule.purpose());
        json.writeStringField("basis", rule.basis());
        json.writeEndObject();
    }
}
