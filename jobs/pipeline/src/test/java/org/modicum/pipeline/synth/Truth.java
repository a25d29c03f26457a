package org.modicum.pipeline.synth;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A row of truth.csv. */
record Truth(String username, LocalDate day, String site, BigDecimal minutes) {}
