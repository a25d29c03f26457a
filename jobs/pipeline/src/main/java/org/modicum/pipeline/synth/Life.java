package org.modicum.pipeline.synth;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** One person through all days. Nothing in it depends on anybody else, so lives can be lived side by side. */
final class Life {
    /** An odd number without pattern, so that neighbouring seeds and people share no luck. */
    private static final long STIR = 0x9E3779B97F4A7C15L;

    private final Person person;
    private final Timetable timetable;
    private final Agenda agenda = new Agenda();
    private final SquidLines lines = new SquidLines();
    private final Attention attention = new Attention();
    private final Chance chance;
    private final Desk office;
    private final Desk home;

    Life(Person person, SynthPlan plan, Web web, Timetable timetable) {
        this.person = person;
        this.timetable = timetable;
        this.chance = new Chance(new SplittableRandom(plan.seed() + STIR * (person.number() + 1)));
        this.office = desk(person.office(), plan.style(), web);
        this.home = desk(person.home(), plan.style(), web);
    }

    Person person() {
        return person;
    }

    Attention attention() {
        return attention;
    }

    /** At midnight: what the day will bring. */
    void beginDay(LocalDate day) {
        attention.beginDay(timetable.workingTime(person, day));
        Routine.plan(person.habits(), agenda, chance, office, home, timetable.windows(person, day, chance));
    }

    /** Lives on until then and gives the lines of transfers that ended before. */
    List<Line> liveUntil(long until) {
        agenda.runUntil(until);
        return lines.takeUntil(until);
    }

    /** How much is still to happen or to be written: open tabs and tunnels, transfers under way. */
    int underWay() {
        return agenda.size() + lines.size();
    }

    private Desk desk(Machine machine, LogStyle style, Web web) {
        boolean plain = style == LogStyle.PLAIN || (style == LogStyle.MIXED && machine.opened());
        Proxy proxy = new Proxy(machine, lines, chance);
        Browser browser = new Browser(agenda, proxy, plain, style != LogStyle.TUNNEL);
        return new Desk(agenda, chance, web, browser, attention);
    }
}
