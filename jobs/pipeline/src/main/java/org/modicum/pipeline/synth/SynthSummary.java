package org.modicum.pipeline.synth;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param lines in the log
 * @param people students and guests included
 * @param staff in the directory
 * @param personDays rows of {@code all} in the truth: working days of staff
 * @param minutes their sum
 */
public record SynthSummary(List<Path> files, long lines, int people, int staff, long personDays, double minutes) {}
