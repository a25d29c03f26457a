package org.modicum.pipeline.flag;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.modicum.policy.attention.DayMinutes;
import org.modicum.policy.flag.Flag;
import org.modicum.policy.grant.Reason;

/**
 * What a flag file says. No field of it decides anything.
 *
 * @param words {@link Flag#WORDS}
 * @param department whose people were looked for; null if the grant names them
 * @param weeks those that were looked at
 * @param weeksWithoutData granted, but not released yet or no longer held
 * @param weeksByLaterProtocol looked at with working time and work-related use as they are now, for a version that wrote
 *     down the threshold alone met them
 * @param people by name; of a whole department, those above its threshold alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlagFile(
        String words,
        UseOfGrant use,
        String department,
        List<String> weeks,
        List<String> weeksWithoutData,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> weeksByLaterProtocol,
        List<Person> people) {

    /**
     * A person.
     *
     * @param flags none if the low figure is at or under every threshold
     */
    public record Person(String name, List<Above> flags) {}

    /** One threshold that was exceeded, and by how many minutes of which days. */
    public record Above(
            String week,
            String department,
            int thresholdMinutes,
            String per,
            double low,
            double likely,
            double high,
            List<DayMinutes> days) {

        static Above of(String week, Flag flag) {
            return new Above(
                    week,
                    flag.department(),
                    flag.thresholdMinutes(),
                    flag.per().name().toLowerCase(Locale.ROOT),
                    flag.low(),
                    flag.likely(),
                    flag.high(),
                    flag.days());
        }
    }

    /** Whether there is a flag at all. */
    public boolean anybodyIsAbove() {
        return people.stream().anyMatch(person -> !person.flags().isEmpty());
    }

    /** Paragraph 24's reason, as the page puts it. */
    public String reason() {
        return Reason.valueOf(use.purpose()).words();
    }

    /** Minutes for a page. Slots are quarters of a minute, so two decimals say all. */
    public static String minutes(double minutes) {
        return BigDecimal.valueOf(minutes).stripTrailingZeros().toPlainString();
    }
}
