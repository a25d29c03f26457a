package org.modicum.pipeline.report;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.modicum.policy.disclosure.Cell;
import org.modicum.policy.disclosure.CellKey;
import org.modicum.policy.protocol.IsoWeek;

/**
 * What a group's page shows: published cells and words about them, nothing else.
 *
 * @param all the group's row over all sites
 * @param sites its rows by site, with other sites last
 * @param titles the readable names of sites
 */
public record GroupPage(IsoWeek week, String folder, Cell all, List<Cell> sites, Map<String, String> titles) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    static String period(IsoWeek week) {
        return DAY.format(week.monday()) + " to " + DAY.format(week.sunday());
    }

    public String period() {
        return period(week);
    }

    public String name() {
        return all.group();
    }

    public List<String> departments() {
        return List.of(all.departments().split(";"));
    }

    public boolean hasThreshold() {
        return !all.thresholdPer().isEmpty();
    }

    public String thresholdPer() {
        return all.thresholdPer().equals("week") ? "week" : "day";
    }

    public String thresholdText() {
        return hasThreshold() ? all.thresholdMinutes() + " min per " + all.thresholdPer() : "none";
    }

    public String title(String site) {
        return site.equals(CellKey.OTHER) ? "Other sites" : titles.getOrDefault(site, site);
    }

    public String statusClass() {
        return all.status();
    }

    public String statusText() {
        return switch (all.status()) {
            case "within" -> "within the threshold";
            case "near" -> "near the threshold";
            case "above" -> "above the threshold";
            case "mixed" -> "several thresholds";
            default -> "no threshold set";
        };
    }

    public String answer() {
        String minutes = "On average " + all.minutesPerHead() + " minutes per person and working day";
        return switch (all.status()) {
            case "within" -> minutes + ", within the threshold of " + thresholdText() + ".";
            case "near" -> minutes + ", near the threshold of " + thresholdText() + ".";
            case "above" -> minutes + ", above the threshold of " + thresholdText() + ".";
            case "mixed" -> minutes + ". Its departments have different thresholds; everybody is measured against their own.";
            default -> minutes + ".";
        };
    }
}
