package org.modicum.policy.disclosure;

import java.util.List;

/** A published cell: the columns of summary.csv, rounded and banded, as text. Nothing finer than this leaves Spark. */
public record Cell(
        String week,
        String group,
        String departments,
        String headcount,
        String site,
        String users,
        String minutesPerHead,
        String overThreshold,
        String overShare,
        String thresholdMinutes,
        String thresholdPer,
        String status,
        String method) {
    static final String SEPARATOR = ";";

    /** Empty in the one row of a release that shows nothing. */
    List<String> departmentNames() {
        return departments.isEmpty() ? List.of() : List.of(departments.split(SEPARATOR));
    }
}
