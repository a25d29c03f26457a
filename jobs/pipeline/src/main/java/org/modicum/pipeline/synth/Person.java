package org.modicum.pipeline.synth;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A simulated person.
 *
 * @param logged the user name as the proxy writes it
 * @param appetite social-media sessions a day, on average
 * @param favourites sites, most loved first
 * @param from first and last day of employment, where they lie within the simulation
 * @param away first and last day of leave
 */
record Person(
        int number,
        String username,
        String logged,
        Department department,
        Optional<Move> move,
        boolean staff,
        boolean morningsOnly,
        boolean communications,
        double appetite,
        List<Service> favourites,
        String client,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Leave> away) {

    /** A change of department. */
    record Move(LocalDate on, Department department) {}

    record Leave(LocalDate from, LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    Department departmentOn(LocalDate day) {
        return move.filter(change -> !day.isBefore(change.on()))
                .map(Move::department)
                .orElse(department);
    }

    boolean worksOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(last -> !day.isAfter(last)).orElse(true)
                && away.map(leave -> !leave.covers(day)).orElse(true);
    }
}
