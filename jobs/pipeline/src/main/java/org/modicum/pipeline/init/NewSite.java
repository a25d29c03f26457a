package org.modicum.pipeline.init;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a new site has to say.
 *
 * @param logs the proxy's log files, which may be a glob
 * @param regulation the clause of the ICT Regulations that permits reading them
 * @param dpia the data-protection impact assessment
 * @param from the first day of the sanction
 * @param to the first day on which it is no longer permitted
 * @param origin the name of the audit log, for good
 * @param holidays the calendar of public holidays, or {@code none}
 */
public record NewSite(
        String logs,
        String regulation,
        String dpia,
        LocalDate from,
        LocalDate to,
        String origin,
        ZoneId zone,
        String holidays) {}
