package org.modicum.policy.attention;

import java.io.Serializable;

/**
 * The slots of one quarter-hour for which one hit is evidence. Marks of many hits are joined by bitwise or, which does
 * not mind order or repetition.
 *
 * @param site site of the catalogue
 * @param quarter epoch second at which the quarter-hour starts, a multiple of 900
 * @param deliberate bit {@code i} (0 to 59): in seconds {@code [15 i, 15 i + 15)} somebody meant to be there
 * @param any the same for evidence of any kind; includes {@code deliberate}
 */
public record Marks(String site, long quarter, long deliberate, long any) implements Serializable {}
