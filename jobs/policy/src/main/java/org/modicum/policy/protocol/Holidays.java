package org.modicum.policy.protocol;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The days on which a country or a part of it does not work, from Jollyday's calendars.
 *
 * <p>Only the code travels when this is serialised; the days are worked out where they are asked for, once per year.
 *
 * @param code ISO 3166 country, then region by region, in lower case: {@code gb-eng}; {@code none} for no holidays
 */
public record Holidays(String code) implements Serializable {

    private static final String NONE = "none";

    private static final Map<CalendarYear, Set<LocalDate>> DAYS = new ConcurrentHashMap<>();

    private record CalendarYear(String code, int year) {}

    public Holidays {
        code = code.strip().toLowerCase(Locale.ROOT);
        if (!code.equals(NONE)) {
            requireKnown(code);
        }
    }

    /**
     * @param code for example {@code gb-eng}, {@code gb-sct}, {@code de-by}; {@code none} for no holidays
     * @throws IllegalArgumentException if there is no such calendar; the message lists those there are
     */
    public static Holidays of(String code) {
        return new Holidays(code);
    }

    /** Every day may be a working day. */
    public static Holidays none() {
        return new Holidays(NONE);
    }

    /**
     * Whether nobody is expected to work: a public or bank holiday, or the weekday given in lieu of one. The day
     * itself stays a holiday where another is given in lieu.
     */
    public boolean isHoliday(LocalDate day) {
        if (code.equals(NONE)) {
            return false;
        }
        return DAYS.computeIfAbsent(new CalendarYear(code, day.getYear()), Holidays::daysOf)
                .contains(day);
    }

    @Override
    public String toString() {
        return code;
    }

    private static Set<LocalDate> daysOf(CalendarYear wanted) {
        String[] parts = wanted.code().split("-");
        String[] regions = Arrays.copyOfRange(parts, 1, parts.length);
        return manager(parts[0]).getHolidays(Year.of(wanted.year()), regions).stream()
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .flatMap(holiday -> Stream.of(holiday.getDate(), holiday.getActualDate()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Jollyday itself answers an unknown region with the country's holidays, and an unknown country with a crash. */
    private static void requireKnown(String code) {
        String[] parts = code.split("-", -1);
        Set<String> countries = countries();
        if (!countries.contains(parts[0])) {
            throw new IllegalArgumentException(
                    "There is no holiday calendar '" + code + "'; there is none and " + String.join(", ", countries));
        }
        CalendarHierarchy place = manager(parts[0]).getCalendarHierarchy();
        String known = parts[0];
        for (int i = 1; i < parts.length; i++) {
            CalendarHierarchy region = place.getChildren().get(parts[i]);
            if (region == null) {
                throw new IllegalArgumentException("There is no holiday calendar '" + code + "'; there is "
                        + Stream.concat(Stream.of(known), below(known, place)).collect(Collectors.joining(", ")));
            }
            place = region;
            known = known + "-" + parts[i];
        }
    }

    private static Stream<String> below(String known, CalendarHierarchy place) {
        return place.getChildren().keySet().stream().sorted().map(region -> known + "-" + region);
    }

    private static Set<String> countries() {
        return HolidayCalendar.getSupportedCalendarCodes().stream()
                .map(country -> country.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }
}
