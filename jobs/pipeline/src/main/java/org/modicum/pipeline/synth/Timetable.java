package org.modicum.pipeline.synth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modicum.policy.protocol.Holidays;

/** When people work, and when they are at a computer; the one is not the other. */
final class Timetable {
    private static final long MINUTE = 60_000;
    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final LocalTime EVENING = LocalTime.of(18, 45);
    private static final LocalTime NIGHT = LocalTime.of(23, 45);
    private static final double WORKED_HOURS = 7;

    private final ZoneId zone;
    private final Holidays holidays;

    Timetable(ZoneId zone, Holidays holidays) {
        this.zone = zone;
        this.holidays = holidays;
    }

    /** Working time as the protocol has it; empty on days off, on leave, and for people who are not staff. */
    List<Stretch> workingTime(Person person, LocalDate day) {
        return hours(person, day).map(hours -> hours.on(day, zone)).orElse(List.of());
    }

    /** The day's stretches at a computer, in order. */
    List<Window> windows(Person person, LocalDate day, Chance chance) {
        List<Window> windows = new ArrayList<>();
        if (!person.isStaff()) {
            visitor(day, chance, windows);
        } else if (person.departmentOn(day).isPresent()) {
            Optional<Hours> hours = hours(person, day)
                    .filter(any -> !person.daysOff().contains(day.getDayOfWeek()))
                    .filter(any -> chance.happens(0.97));
            hours.ifPresent(working -> office(person, working, day, chance, windows));
            if (hours.isEmpty() && chance.happens(0.15)) {
                elsewhere(day, MORNING, 7 * 60, chance, windows);
            }
            if (chance.happens(person.habits().evenings())) {
                elsewhere(day, EVENING, 3 * 60, chance, windows);
            }
        }
        return windows;
    }

    private Optional<Hours> hours(Person person, LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (weekend || holidays.isHoliday(day) || person.isOnLeave(day)) {
            return Optional.empty();
        }
        return person.departmentOn(day).map(Department::hours);
    }

    private void office(Person person, Hours hours, LocalDate day, Chance chance, List<Window> windows) {
        long arrives = at(day, hours.start()) + minutes(chance.uniform(-20, 10));
        long lunch = at(day, hours.lunch()) + minutes(chance.uniform(-10, 12));
        windows.add(new Window(Window.Kind.WORK, arrives, lunch));
        if (person.morningsOnly()) {
            return;
        }
        long back = at(day, hours.back()) + minutes(chance.uniform(-15, 10));
        if (chance.happens(0.55)) {
            windows.add(new Window(Window.Kind.BREAK, lunch, back));
        }
        long leaves = at(day, hours.end()) + minutes(chance.uniform(-10, 40));
        windows.add(new Window(Window.Kind.WORK, back, leaves));
    }

    private void visitor(LocalDate day, Chance chance, List<Window> windows) {
        if (chance.happens(0.7)) {
            elsewhere(day, MORNING, 6 * 60, chance, windows);
        }
        if (chance.happens(0.8)) {
            elsewhere(day, EVENING, 3 * 60, chance, windows);
        }
    }

    private void elsewhere(LocalDate day, LocalTime earliest, int within, Chance chance, List<Window> windows) {
        long from = at(day, earliest) + minutes(chance.uniform(0, within));
        long to = Math.min(from + minutes(chance.lognormal(35, 0.6)), at(day, NIGHT));
        if (!windows.isEmpty()) {
            from = Math.max(from, windows.get(windows.size() - 1).to() + MINUTE);
        }
        if (to > from) {
            windows.add(new Window(Window.Kind.ELSEWHERE, from, to));
        }
    }

    /** Visits an hour at work for somebody with these habits. */
    static double visitsAnHour(Habits habits, Chance chance) {
        double today = habits.minutes() * chance.lognormal(0.88, 0.5);
        return today / Habits.MEAN_VISIT / WORKED_HOURS;
    }

    private long at(LocalDate day, LocalTime time) {
        return Hours.millis(day, time, zone);
    }

    private static long minutes(double minutes) {
        return (long) (minutes * MINUTE);
    }
}
