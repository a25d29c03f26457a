package org.modicum.pipeline.summarise;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.modicum.pipeline.directory.Member;
import org.modicum.pipeline.directory.Staff;
import org.modicum.policy.protocol.InForce;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.protocol.WorkingTime;

/**
 * Who counts on which days of a week: members of the directory on the working days of their department, leave left out.
 * Whoever changed department counts in each for their days.
 */
public record Scope(List<PersonDay> days) {

    /** A working day of a person in a department; from and to are the day's ends in seconds since the epoch. */
    public record PersonDay(
            String username, String department, LocalDate day, long from, long to, Set<String> workRelatedSites) {}

    /** @param protocols what was in force in that week in every department of the staff */
    public static Scope of(Staff staff, IsoWeek week, Map<String, InForce> protocols) {
        List<PersonDay> days = new ArrayList<>();
        for (Member member : staff.members()) {
            InForce protocol = protocols.get(member.department());
            WorkingTime time = protocol.workingTime();
            Set<String> workRelated = protocol.workRelatedSites(member.roles());
            for (LocalDate day = week.monday(); !day.isAfter(week.sunday()); day = day.plusDays(1)) {
                if (member.isOn(day) && time.isWorkingDay(day) && !staff.isAbsent(member.username(), day)) {
                    days.add(new PersonDay(
                            member.username(),
                            member.department(),
                            day,
                            start(day, time.zone()),
                            start(day.plusDays(1), time.zone()),
                            workRelated));
                }
            }
        }
        return new Scope(List.copyOf(days));
    }

    /** Distinct people with at least one working day in any of the departments. */
    long headcount(Set<String> departments) {
        Set<String> people = new HashSet<>();
        for (PersonDay day : days) {
            if (departments.contains(day.department())) {
                people.add(day.username());
            }
        }
        return people.size();
    }

    /** By department, those with at least one working day in it. */
    Map<String, Set<String>> people() {
        Map<String, Set<String>> people = new HashMap<>();
        for (PersonDay day : days) {
            people.computeIfAbsent(day.department(), any -> new HashSet<>()).add(day.username());
        }
        return people;
    }

    long personDays(Set<String> departments) {
        return days.stream()
                .filter(day -> departments.contains(day.department()))
                .count();
    }

    /** Working days of whoever has most of them in the departments. */
    long mostDays(Set<String> departments) {
        return days.stream()
                .filter(day -> departments.contains(day.department()))
                .collect(Collectors.groupingBy(PersonDay::username, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static long start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toEpochSecond();
    }
}
