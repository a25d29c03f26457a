package org.modicum.policy.attention;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;

/**
 * One person's active minutes in working time on one day. All numbers are whole multiples of a quarter of a minute (a
 * slot), so adding them up is exact, and {@code low <= likely <= high}.
 *
 * @param day a day by the wall clock of the working time's zone
 * @param low what is all but certain: slots with deliberate evidence, no gap closed, and at most half of
 *     the estimate
 * @param likely the estimate: slots with deliberate evidence, short gaps closed
 * @param high what cannot be ruled out: slots with evidence of any kind, short gaps closed
 * @param bySite {@code likely} by site, each slot given to one site, so that the values add up to {@code likely}
 * @param workRelated minutes on work-related sites; in none of the other figures
 */
public record DayMinutes(
        LocalDate day,
        double low,
        double likely,
        double high,
        Map<String, Double> bySite,
        Map<String, Double> workRelated)
        implements Serializable {}
