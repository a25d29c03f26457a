package org.modicum.pipeline.flag;

import java.util.List;

/**
 * What a copy for a hold says: one person's rows of the granted weeks, as they were held, and nobody else's.
 *
 * @param hold digest of the hold that it was made for
 */
public record HoldCopyFile(String person, UseOfGrant use, String hold, List<Week> weeks) {

    /**
     * A week.
     *
     * @param pseudonym what stood for the person in it; empty where nothing is held of that week at all
     * @param rows none if nothing was held of the person
     */
    public record Week(String week, String pseudonym, List<SubjectReportFile.Row> rows) {}

    /** Rows of all weeks. */
    public int rows() {
        return weeks.stream().mapToInt(week -> week.rows().size()).sum();
    }
}
