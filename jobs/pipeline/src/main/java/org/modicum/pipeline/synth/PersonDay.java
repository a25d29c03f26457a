package org.modicum.pipeline.synth;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;

/** One day of one person at work: arriving, working on the web, looking at social media now and then, leaving. */
final class PersonDay {
    private static final int PAGES_A_DAY = 55;

    private final Person person;
    private final LocalDate day;
    private final ZoneId zone;
    private final LogStyle style;
    private final SplittableRandom random;

    PersonDay(Person person, LocalDate day, ZoneId zone, LogStyle style, SplittableRandom random) {
        this.person = person;
        this.day = day;
        this.zone = zone;
        this.style = style;
        this.random = random;
    }

    /** Adds the day's lines and true attention. */
    void live(List<LogLine> lines, List<Interval> attention) {
        Wire wire = new Wire(person, random, lines);
        Department.Hours hours = person.departmentOn(day).hours();
        long arrives = at(hours.start().minusMinutes(random.nextInt(20)));
        long leaves = at((person.morningsOnly() ? hours.lunch() : hours.end()).plusMinutes(random.nextInt(25)));
        Browsing browsing = new Browsing(wire, random);
        double pages = PAGES_A_DAY * (leaves - arrives) / 28_800_000.0;
        for (int i = 0; i < pages; i++) {
            browsing.page(random.nextLong(arrives, leaves), plain());
        }
        long until = at(LocalTime.of(23, 30));
        long free = arrives;
        int sessions = poisson(person.appetite() * (leaves - arrives) / 28_800_000.0);
        long[] starts = random.longs(sessions, arrives, leaves).sorted().toArray();
        for (long start : starts) {
            free = session(wire, Math.max(start, free), until, attention);
        }
        if (random.nextInt(6) == 0) {
            session(wire, Math.max(free, at(LocalTime.of(19, random.nextInt(60)))), until, attention);
        }
    }

    private long session(Wire wire, long start, long until, List<Interval> attention) {
        long length = (long) (60_000 * Math.exp(1.4 + 0.8 * gaussian()));
        long end = Math.min(start + Math.min(length, 45 * 60_000L), until - 60_000);
        if (end <= start) {
            return start;
        }
        Service service = favourite();
        Session session = new Session(wire, random, plain());
        if (random.nextInt(8) == 0 && end - start > 120_000) {
            long between = start + (end - start) / 2;
            session.use(service, start, between, until, attention);
            session.use(favourite(), between, end, until, attention);
        } else {
            session.use(service, start, end, until, attention);
        }
        return end + 30_000;
    }

    private Service favourite() {
        double draw = random.nextDouble();
        return person.favourites().get((int) (draw * draw * person.favourites().size()));
    }

    private boolean plain() {
        return switch (style) {
            case PLAIN -> true;
            case TUNNEL -> false;
            case MIXED -> random.nextInt(10) == 0;
        };
    }

    private long at(LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant().toEpochMilli() + random.nextInt(1000);
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
