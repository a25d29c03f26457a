package org.modicum.pipeline.demo;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What the demo makes.
 *
 * @param out an empty or missing folder that becomes a complete site
 * @param weeks closed weeks to simulate, the last of them before {@code today}
 */
public record DemoPlan(Path out, int staff, int weeks, long seed, LocalDate today) {}
