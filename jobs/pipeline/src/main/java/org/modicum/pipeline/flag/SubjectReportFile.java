package org.modicum.pipeline.flag;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.policy.attention.Activity;
import org.modicum.policy.attention.DayMinutes;

/**
 * What a report to a person says: all that is held about them, and nobody else.
 *
 * @param staff their rows of the staff directory, without their line managers
 * @param leave their rows of the list of leave: first and last day
 * @param weeks the granted weeks of which activity is held and the key is there
 * @param weeksWithoutKey held, but nobody can tell any more whose the rows are
 * @param weeksNotGranted held, but outside the grant
 * @param weeksByLaterProtocol of {@code weeks}, with working time and work-related use as they are now, for a version
 *     that wrote down the threshold alone met them
 * @param grants those that named them or their department
 * @param grantsUnread grants in the audit log whose text is no longer here or no longer holds, so that nobody can tell
 */
public record SubjectReportFile(
        String person,
        UseOfGrant use,
        List<Membership> staff,
        List<Leave> leave,
        List<Week> weeks,
        List<String> weeksWithoutKey,
        List<String> weeksNotGranted,
        List<String> weeksByLaterProtocol,
        List<Touched> grants,
        int grantsUnread) {

    /**
     * A row of the staff directory.
     *
     * @param from first day; empty when the directory names none, and so is {@code to}
     */
    public record Membership(String department, String faculty, List<String> roles, String from, String to) {}

    public record Leave(String from, String to) {}

    /**
     * What is held of one week.
     *
     * @param pseudonym what stands for the person in that week
     * @param days active minutes of each of their working days
     */
    public record Week(String week, String pseudonym, List<Row> rows, List<Day> days) {}

    /**
     * A row of the table of activity.
     *
     * @param quarter when the quarter-hour begins, UTC
     * @param deliberateSlots the 15-second slots with deliberate evidence, as 60 bits, the first lowest
     * @param anySlots likewise, with any evidence
     */
    public record Row(String quarter, String site, long deliberateSlots, long anySlots, long hits, long bytes) {}

    /**
     * A working day.
     *
     * @param threshold in minutes per day or week; empty if none was set
     */
    public record Day(String department, String threshold, DayMinutes minutes) {}

    /**
     * A grant that was about the person.
     *
     * @param entries what the audit log says of it, a line each
     */
    public record Touched(
            String caseReference,
            String grant,
            String purpose,
            String about,
            String from,
            String to,
            List<String> sites,
            List<String> entries) {}

    static Row row(HeldRows.HeldRow held) {
        Activity activity = held.activity();
        return new Row(
                Instant.ofEpochSecond(activity.quarter()).toString(),
                activity.site(),
                activity.deliberate(),
                activity.any(),
                held.hits(),
                held.bytes());
    }

    static List<String> lines(List<Entry> entries) {
        return entries.stream().map(Entry::readable).toList();
    }

    /** Minutes by site over all days. */
    public Map<String, Double> minutesBySite() {
        Map<String, Double> sum = new TreeMap<>();
        weeks.forEach(week -> week.days()
                .forEach(day ->
                        day.minutes().bySite().forEach((site, minutes) -> sum.merge(site, minutes, Double::sum))));
        return sum;
    }
}
