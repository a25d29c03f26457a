package org.modicum.pipeline.synth;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One person's day at one computer and another: spells of ordinary pages, now and then a visit to social media. */
final class Routine {
    private static final double HOUR = 3_600_000;

    private final Habits habits;
    private final double visitsAnHour;
    private final Agenda agenda;
    private final Chance chance;
    private final Desk office;
    private final Desk home;
    private final Deque<Window> windows;
    private Window window;
    private Desk desk;

    private Routine(
            Habits habits,
            double visitsAnHour,
            Agenda agenda,
            Chance chance,
            Desk office,
            Desk home,
            List<Window> day) {
        this.habits = habits;
        this.visitsAnHour = visitsAnHour;
        this.agenda = agenda;
        this.chance = chance;
        this.office = office;
        this.home = home;
        this.windows = new ArrayDeque<>(day);
    }

    static void plan(Habits habits, Agenda agenda, Chance chance, Desk office, Desk home, List<Window> day) {
        Routine routine =
                new Routine(habits, Timetable.visitsAnHour(habits, chance), agenda, chance, office, home, day);
        if (!day.isEmpty()) {
            agenda.at(day.get(0).from(), routine::nextWindow);
        }
    }

    private void nextWindow() {
        window = windows.removeFirst();
        desk = window.isElsewhere() ? home : office;
        new Surfing(desk).background(window.to());
        next();
    }

    private void next() {
        long now = agenda.now();
        double toSpell = chance.exponential(HOUR / window.kind().spellsAnHour());
        double visits = window.kind().visitsAnHour(visitsAnHour);
        double toVisit = visits == 0 ? Double.MAX_VALUE : chance.exponential(HOUR / visits);
        double wait = Math.min(toSpell, toVisit);
        if (now + wait >= window.to()) {
            agenda.at(window.to(), this::endWindow);
        } else if (toVisit < toSpell) {
            agenda.at(now + (long) wait, this::visit);
        } else {
            agenda.at(now + (long) wait, () -> surf(chance.between(1, 4)));
        }
    }

    private void surf(long pages) {
        new Surfing(desk).page();
        if (pages > 1) {
            agenda.at(agenda.now() + (long) (1000 * chance.lognormal(22, 0.8)), () -> surf(pages - 1));
        } else {
            next();
        }
    }

    private void visit() {
        long end = agenda.now() + habits.visit(chance);
        // Nobody stays past the day; into lunch many do.
        boolean last = windows.isEmpty() || windows.peekFirst().isElsewhere();
        Visit.begin(desk, habits, last ? Math.min(end, window.to()) : end, this::next);
    }

    private void endWindow() {
        Window following = windows.peekFirst();
        boolean goes = following == null || following.isElsewhere() != window.isElsewhere();
        if (goes && chance.happens(0.8)) {
            desk.switchOff();
        }
        if (following != null) {
            agenda.at(following.from(), this::nextWindow);
        }
    }
}
