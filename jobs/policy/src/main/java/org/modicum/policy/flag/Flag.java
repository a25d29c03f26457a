package org.modicum.policy.flag;

import java.util.List;
import org.modicum.policy.attention.DayMinutes;
import org.modicum.policy.protocol.Per;

/**
 * Potential excessive use: one threshold that one person was above, on a day or in a week. There is no field in it that
 * decides anything, and its minutes are those of the granted sites alone.
 *
 * @param department whose threshold it is
 * @param thresholdMinutes active minutes per day or week
 * @param days the day; or all working days of the week in this department
 */
public record Flag(String department, int thresholdMinutes, Per per, List<DayMinutes> days) {
    /** The words of the contract, which go with every flag. */
    public static final String WORDS = "potential excessive use; needs review by a person";

    /** @throws IllegalArgumentException if the low figure is not above the threshold */
    public Flag {
        days = List.copyOf(days);
        if (per == Per.DAY && days.size() != 1) {
            throw new IllegalArgumentException("A threshold per day is exceeded on one day, not on " + days.size());
        }
        if (!isAbove(days, thresholdMinutes)) {
            throw new IllegalArgumentException("Nobody is flagged who may be within the threshold");
        }
    }

    /** Minutes that are all but certain; above the threshold. */
    public double low() {
        return low(days);
    }

    /** The estimate, minutes. */
    public double likely() {
        return days.stream().mapToDouble(DayMinutes::likely).sum();
    }

    /** Minutes that cannot be ruled out. */
    public double high() {
        return days.stream().mapToDouble(DayMinutes::high).sum();
    }

    /** Whether even the low figure of these days together is above the threshold. */
    static boolean isAbove(List<DayMinutes> days, int thresholdMinutes) {
        return low(days) > thresholdMinutes;
    }

    private static double low(List<DayMinutes> days) {
        return days.stream().mapToDouble(DayMinutes::low).sum();
    }
}
