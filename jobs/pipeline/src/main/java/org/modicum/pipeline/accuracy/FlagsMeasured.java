package org.modicum.pipeline.accuracy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.modicum.pipeline.accuracy.Simulation.TrueDay;
import org.modicum.pipeline.synth.LogStyle;
import org.modicum.policy.attention.Activity;
import org.modicum.policy.flag.Flag;
import org.modicum.policy.flag.Flags;
import org.modicum.policy.flag.PersonDay;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Threshold;

/**
 * Who of simulated people would be flagged. A case is what a threshold adds up: a day of a person, or a week in a
 * department.
 *
 * @param personWeeks weeks of people who have a threshold
 * @param within cases that were truly at or under their threshold
 * @param wronglyFlagged those of them that were flagged
 * @param clearlyAbove cases truly above by {@value #CLEARLY} minutes or more
 * @param found those of them that were flagged
 */
public record FlagsMeasured(
        LogStyle style, int personWeeks, int within, int wronglyFlagged, int clearlyAbove, int found) {
    private static final double CLEARLY = 15;

    /** A case by its department and first day. */
    private record Case(String department, Per per, LocalDate first) {}

    static FlagsMeasured of(LogStyle style, Simulation simulation) {
        Map<String, List<TrueDay>> weeks = simulation.days().stream()
                .filter(day -> day.rules().threshold().isPresent())
                .collect(Collectors.groupingBy(
                        day -> day.person() + " " + IsoWeek.of(day.rules().day()), TreeMap::new, Collectors.toList()));
        int within = 0;
        int wrong = 0;
        int clearly = 0;
        int found = 0;
        for (List<TrueDay> week : weeks.values()) {
            Set<Case> flagged = flagged(week, simulation.activity());
            for (Map.Entry<Case, List<TrueDay>> one : cases(week).entrySet()) {
                double above =
                        one.getValue().stream().mapToDouble(TrueDay::minutes).sum()
                                - one.getValue()
                                        .get(0)
                                        .rules()
                                        .threshold()
                                        .orElseThrow()
                                        .minutes();
                boolean isFlagged = flagged.contains(one.getKey());
                within += above <= 0 ? 1 : 0;
                wrong += above <= 0 && isFlagged ? 1 : 0;
                clearly += above >= CLEARLY ? 1 : 0;
                found += above >= CLEARLY && isFlagged ? 1 : 0;
            }
        }
        return new FlagsMeasured(style, weeks.size(), within, wrong, clearly, found);
    }

    static String header() {
        return "log     person-weeks  within threshold  of them flagged  above by 15 min or more  of them flagged";
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-7s %12d %17d %16d %24d %15.0f%%",
                style.name().toLowerCase(Locale.ROOT),
                personWeeks,
                within,
                wronglyFlagged,
                clearlyAbove,
                100.0 * found / Math.max(clearlyAbove, 1));
    }

    private static Set<Case> flagged(List<TrueDay> week, LoggedActivity activity) {
        List<Activity> activities = new ArrayList<>();
        week.forEach(
                day -> activities.addAll(activity.of(day.person(), day.rules().day())));
        List<PersonDay> days = week.stream().map(TrueDay::rules).toList();
        Set<Case> flagged = new HashSet<>();
        for (Flag flag : Flags.of(days, activities, Sites.ALL)) {
            flagged.add(of(flag.department(), flag.per(), flag.days().get(0).day()));
        }
        return flagged;
    }

    private static Map<Case, List<TrueDay>> cases(Collection<TrueDay> week) {
        return week.stream()
                .collect(Collectors.groupingBy(day -> of(
                        day.rules().department(),
                        day.rules().threshold().map(Threshold::per).orElseThrow(),
                        day.rules().day())));
    }

    private static Case of(String department, Per per, LocalDate day) {
        return new Case(department, per, per == Per.DAY ? day : IsoWeek.of(day).monday());
    }
}
