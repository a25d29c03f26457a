package org.modicum.policy.protocol;

import java.io.Serializable;

/**
 * The active minutes in working time above which use may be excessive (paragraph 23: the line manager's choice).
 *
 * <p>Zero is refused: paragraph 22 allows reasonable personal use, so a department may not set it to nothing.
 *
 * @param from first week it holds for; it holds until the week in which the next one starts
 * @param minutes at least 1 and at most the minutes of a day or week
 * @param per what the minutes are added up over
 */
public record Threshold(IsoWeek from, int minutes, Per per) implements Serializable {

    private static final int MINUTES_OF_DAY = 24 * 60;

    public Threshold {
        int most = per == Per.DAY ? MINUTES_OF_DAY : 7 * MINUTES_OF_DAY;
        if (minutes < 1 || minutes > most) {
            throw new IllegalArgumentException("The threshold from " + from + " is " + minutes
                    + " minutes; it must be between 1 and " + most + " (paragraph 22 allows reasonable use)");
        }
    }
}
