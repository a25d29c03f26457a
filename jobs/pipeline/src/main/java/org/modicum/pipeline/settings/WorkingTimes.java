package org.modicum.pipeline.settings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.modicum.policy.protocol.Holidays;
import org.modicum.policy.protocol.TimeRange;
import org.modicum.policy.protocol.WorkingTime;

/** Reads {@code working-time { zone, holidays, days, hours }}. */
final class WorkingTimes {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** Stands in for a working time that is wrong, so that the protocols can be looked through all the same. */
    static final WorkingTime STAND_IN =
            new WorkingTime(ZoneOffset.UTC, Set.of(DayOfWeek.MONDAY), List.of(new TimeRange(0, 1)), Holidays.none());

    private WorkingTimes() {}

    /** A working time that leaves nothing out. */
    static Optional<WorkingTime> read(Section section) {
        boolean complete = Stream.of("zone", "holidays", "days", "hours")
                .filter(key -> section.required(key).isEmpty())
                .toList()
                .isEmpty();
        Optional<WorkingTime> workingTime = read(section, STAND_IN);
        return complete ? workingTime : Optional.empty();
    }

    /** The working time; where the block is silent, that of {@code otherwise}. */
    static Optional<WorkingTime> read(Section section, WorkingTime otherwise) {
        Optional<ZoneId> zone = part(section, "zone", otherwise.zone(), WorkingTimes::zone);
        Optional<Holidays> holidays =
                part(section, "holidays", otherwise.holidays(), setting -> setting.parsed(Holidays::of));
        Optional<Set<DayOfWeek>> days = part(section, "days", otherwise.days(), WorkingTimes::days);
        Optional<List<TimeRange>> hours = part(section, "hours", otherwise.hours(), WorkingTimes::hours);
        section.noOtherKeys();
        if (zone.isEmpty() || holidays.isEmpty() || days.isEmpty() || hours.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WorkingTime(zone.get(), days.get(), hours.get(), holidays.get()));
    }

    static Optional<ZoneId> zone(Setting setting) {
        return setting.parsed(text -> {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "There is no time zone '" + text + "'; write one like Europe/London", e);
            }
        });
    }

    private static <T> Optional<T> part(
            Section section, String key, T otherwise, Function<Setting, Optional<T>> reader) {
        Optional<Setting> setting = section.optional(key);
        return setting.isPresent() ? setting.flatMap(reader) : Optional.of(otherwise);
    }

    private static Optional<Set<DayOfWeek>> days(Setting setting) {
        List<DayOfWeek> days =
                all(setting, element -> element.oneOf(DAYS).map(day -> DayOfWeek.of(DAYS.indexOf(day) + 1)));
        return days.isEmpty() ? Optional.empty() : Optional.of(new LinkedHashSet<>(days));
    }

    private static Optional<List<TimeRange>> hours(Setting setting) {
        List<TimeRange> hours = all(setting, element -> element.parsed(TimeRange::parse));
        List<TimeRange> sorted =
                hours.stream().sorted(Comparator.comparingInt(TimeRange::from)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                setting.problem(
                        "has " + sorted.get(i - 1) + " and " + sorted.get(i) + ", which overlap; write each hour once");
            }
        }
        return hours.isEmpty() ? Optional.empty() : Optional.of(hours);
    }

    private static <T> List<T> all(Setting setting, Function<Setting, Optional<T>> reader) {
        Optional<List<Setting>> elements = setting.list();
        List<T> all = new ArrayList<>();
        elements.ifPresent(list -> list.forEach(element -> reader.apply(element).ifPresent(all::add)));
        if (elements.isPresent() && elements.get().isEmpty()) {
            setting.problem("is empty; name at least one");
        }
        return all;
    }
}
