package org.modicum.policy.attention;

import java.io.Serializable;

/**
 * The slots of one quarter-hour for which any of a person's hits on a site is evidence: their {@link Marks}, joined by
 * bitwise or.
 *
 * @param site site of the catalogue
 * @param quarter epoch second at which the quarter-hour starts, a multiple of 900
 * @param deliberate slots with deliberate evidence, as in {@link Marks}
 * @param any slots with any evidence; slots in {@code deliberate} are taken to be in it
 */
public record Activity(String site, long quarter, long deliberate, long any) implements Serializable {

    private static final int QUARTER_SECONDS = Slots.QUARTER_SECONDS;
    private static final long ALL = (1L << Slots.PER_QUARTER) - 1;

    public Activity {
        if (Math.floorMod(quarter, QUARTER_SECONDS) != 0) {
            throw new IllegalArgumentException("Epoch second " + quarter + " is not the start of a quarter-hour");
        }
        if (((deliberate | any) & ~ALL) != 0) {
            throw new IllegalArgumentException(
                    "A quarter-hour has " + Slots.PER_QUARTER + " slots; bits above are set");
        }
    }
}
