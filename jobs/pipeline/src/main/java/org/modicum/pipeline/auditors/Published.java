package org.modicum.pipeline.auditors;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modicum.pipeline.summarise.Releases;
import org.modicum.policy.disclosure.Cell;
import org.modicum.policy.disclosure.CellKey;
import org.modicum.policy.protocol.IsoWeek;

/**
 * What was published. How many people there are is told by this alone, so that the report says of people nothing that
 * releases do not.
 *
 * @param isKnown whether the table could be read
 */
record Published(SortedMap<IsoWeek, List<Cell>> weeks, boolean isKnown) {

    static Published of(AsFound found) {
        return Unread.orNothing(
                        "The table release", () -> new Releases(found.store().orElseThrow()).byWeek())
                .map(weeks -> new Published(weeks, true))
                .orElseGet(() -> new Published(new TreeMap<>(), false));
    }

    /** The published headcounts of a week's groups, which have nobody in common, added up. */
    static String people(List<Cell> cells) {
        long people = headcount(cells);
        return people == 0 ? "too few to be told" : Long.toString(people);
    }

    /** 0 if there is none that can be told. */
    static long headcount(List<Cell> cells) {
        return cells.stream()
                .filter(cell ->
                        cell.site().equals(CellKey.ALL) && !cell.headcount().isEmpty())
                .mapToLong(cell -> Long.parseLong(cell.headcount()))
                .sum();
    }
}
