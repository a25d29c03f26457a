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
        return !all.status().equals("no-threshold") && !all.status().equals("too-few");
    }

    public String thresholdPer() {
        return all.thresholdPer();
    }

    /** Whom the threshold line speaks of; several departments may have several kinds of threshold. */
    public String overText() {
        if (all.overThreshold().isEmpty()) {
            return "Too few people have a threshold to say how many are above it.";
        }
        String what = all.status().equals("mixed")
                ? "above the threshold of their own department"
                : thresholdPer().equals("week")
                        ? "above the threshold in the week"
                        : "with at least one day above the threshold";
        String share = all.overShare().isEmpty() ? "" : " (" + all.overShare() + " of those it applies to)";
        return "People " + what + ": " + people(all.overThreshold()) + share + ".";
    }

    public String thresholdText() {
        if (!hasThreshold()) {
            return "none";
        }
        return all.status().equals("mixed") ? "several" : all.thresholdMinutes() + " min per " + thresholdPer();
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
            case "too-few" -> "too few people to be shown";
            default -> "no threshold set";
        };
    }

    /** A published count in words: {@code <10} and {@code >=25} are for machines. */
    public String people(String count) {
        if (count.startsWith("<")) {
            return "fewer than " + count.substring(1);
        }
        return count.startsWith(">=") ? count.substring(2) + " or more" : count;
    }

    public String answer() {
        String minutes = "On average " + people(all.minutesPerHead()) + " minutes per person and working day";
        return switch (all.status()) {
            case "within" -> minutes + ", within the threshold of " + thresholdText() + ".";
            case "near" -> minutes + ", near the threshold of " + thresholdText() + ".";
            case "above" -> minutes + ", above the threshold of " + thresholdText() + ".";
            case "too-few" -> "There are too few people to show anything without showing somebody.";
            case "mixed" ->
                minutes + ". Its departments have different thresholds; everybody is measured against their own.";
            default -> minutes + ".";
        };
    }
}
