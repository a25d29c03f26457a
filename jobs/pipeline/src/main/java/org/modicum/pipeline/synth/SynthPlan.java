package org.modicum.pipeline.synth;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What to simulate.
 *
 * @param out folder to write to
 * @param staff about how many members of staff; students and guests come on top
 * @param start first day
 * @param days calendar days
 * @param seed the same plan gives the same bytes
 */
public record SynthPlan(Path out, int staff, LocalDate start, int days, long seed, LogStyle style, ZoneId zone) {
    public SynthPlan {
        if (staff < 12 || days < 1) {
            throw new IllegalArgumentException("A university needs at least 12 people and 1 day");
        }
    }
}
