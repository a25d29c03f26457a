package org.modicum.policy.flag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.modicum.policy.attention.ActiveMinutes;
import org.modicum.policy.attention.Activity;
import org.modicum.policy.attention.DayMinutes;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.Per;
import org.modicum.policy.protocol.Threshold;

/** Finds what one person's flags are in one week. */
public final class Flags {
    private Flags() {}

    /**
     * The flags of one person, by department and day. Only what the granted sites show counts against the person; sites
     * that are work for them count for them, granted or not, but are not spoken of unless they are.
     *
     * @param days of one ISO week, in any order; one department at a time
     * @param activities of the person; those of other sites and other days are left out
     * @throws IllegalArgumentException if the days are of several weeks, or a day is there twice
     */
    public static List<Flag> of(Collection<PersonDay> days, Collection<Activity> activities, Sites granted) {
        check(days);
        Map<Group, List<DayMinutes>> groups = new TreeMap<>();
        days.stream()
                .sorted(Comparator.comparing(PersonDay::day))
                .forEach(day -> day.threshold()
                        .ifPresent(threshold -> groups.computeIfAbsent(
                                        Group.of(day, threshold), group -> new ArrayList<>())
                                .add(minutes(day, activities, granted))));
        List<Flag> flags = new ArrayList<>();
        groups.forEach((group, minutes) -> {
            if (Flag.isAbove(minutes, group.thresholdMinutes())) {
                flags.add(new Flag(group.department(), group.thresholdMinutes(), group.per(), minutes));
            }
        });
        return List.copyOf(flags);
    }

    /** One person's minutes on a day as far as the granted sites show them, by the same rule as in every release. */
    public static DayMinutes minutes(PersonDay day, Collection<Activity> activities, Sites granted) {
        List<Activity> seen = activities.stream()
                .filter(activity -> granted.contains(activity.site())
                        || day.workRelatedSites().contains(activity.site()))
                .toList();
        DayMinutes all = ActiveMinutes.of(day.day(), seen, day.workingTime(), day.workRelatedSites());
        return new DayMinutes(
                all.day(), all.low(), all.likely(), all.high(), all.bySite(), only(all.workRelated(), granted));
    }

    /** What a threshold adds up: a day alone, or a week's days in one department. */
    private record Group(String department, LocalDate first, int thresholdMinutes, Per per)
            implements Comparable<Group> {
        private static final Comparator<Group> ORDER = Comparator.comparing(Group::department)
                .thenComparing(Group::first)
                .thenComparing(Group::thresholdMinutes)
                .thenComparing(Group::per);

        static Group of(PersonDay day, Threshold threshold) {
            LocalDate first = threshold.per() == Per.DAY
                    ? day.day()
                    : IsoWeek.of(day.day()).monday();
            return new Group(day.department(), first, threshold.minutes(), threshold.per());
        }

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    private static Map<String, Double> only(Map<String, Double> bySite, Sites granted) {
        Map<String, Double> some = new TreeMap<>(bySite);
        some.keySet().removeIf(site -> !granted.contains(site));
        return Collections.unmodifiableMap(some);
    }

    private static void check(Collection<PersonDay> days) {
        Set<IsoWeek> weeks = days.stream().map(day -> IsoWeek.of(day.day())).collect(Collectors.toSet());
        Set<LocalDate> different = days.stream().map(PersonDay::day).collect(Collectors.toSet());
        if (weeks.size() > 1 || different.size() < days.size()) {
            throw new IllegalArgumentException("A person's days are of one week, and each is there once");
        }
    }
}
