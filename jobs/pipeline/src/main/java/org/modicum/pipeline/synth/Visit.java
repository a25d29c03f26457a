package org.modicum.pipeline.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody looks at social media for a while: opens or finds a tab, scrolls, reads in silence, watches, sometimes goes to
 * and fro between two tabs. At one time they look at one of them.
 */
final class Visit {
    private final Desk desk;
    private final Habits habits;
    private final long end;
    private final Runnable then;
    private final List<Tab> tabs = new ArrayList<>();
    private Tab lookedAt;
    private long lookedAtSince;

    private Visit(Desk desk, Habits habits, long end, Runnable then) {
        this.desk = desk;
        this.habits = habits;
        this.end = end;
        this.then = then;
    }

    /** Begins now; {@code then} happens when the person turns to something else. */
    static void begin(Desk desk, Habits habits, long end, Runnable then) {
        Visit visit = new Visit(desk, habits, end, then);
        Service service = habits.choose(desk.chance());
        visit.lookAt(visit.tab(service));
        if (desk.chance().happens(0.12)) {
            Service other = habits.choose(desk.chance());
            if (!other.equals(service)) {
                visit.tab(other);
            }
        }
        visit.goOn();
    }

    private Tab tab(Service service) {
        Tab found = desk.tab(service).filter(tab -> desk.chance().happens(0.8)).orElse(null);
        if (found != null) {
            found.resume();
            tabs.add(found);
            return found;
        }
        Tab opened = new Tab(desk, service);
        opened.open();
        tabs.add(opened);
        return opened;
    }

    private void goOn() {
        Chance chance = desk.chance();
        Service service = lookedAt.service();
        long now = desk.agenda().now();
        long wait;
        if (chance.happens(service.video())) {
            wait = seconds(chance.lognormal(service.videoSeconds(), 0.8));
            lookedAt.watch(Math.min(end, now + wait));
        } else if (chance.happens(0.05)) {
            wait = seconds(chance.uniform(60, 200));
        } else {
            wait = seconds(chance.lognormal(service.pauseSeconds(), 0.7));
        }
        if (now + wait >= end) {
            desk.agenda().at(end, this::finish);
        } else {
            desk.agenda().at(now + wait, this::act);
        }
    }

    private void act() {
        if (tabs.size() > 1 && desk.chance().happens(0.35)) {
            lookAt(tabs.get(tabs.get(0) == lookedAt ? 1 : 0));
        }
        lookedAt.act();
        goOn();
    }

    private void lookAt(Tab tab) {
        long now = desk.agenda().now();
        if (lookedAt != null) {
            desk.attention().add(lookedAt.service().site(), lookedAtSince, now);
        }
        lookedAt = tab;
        lookedAtSince = now;
    }

    private void finish() {
        lookAt(null);
        for (Tab tab : tabs) {
            boolean stays = desk.chance().happens(tab.service().leftOpen());
            tab.leave(
                    stays
                            ? desk.agenda().now() + habits.tabStays(desk.chance())
                            : desk.agenda().now());
            desk.leave(tab.service(), tab);
        }
        then.run();
    }

    private static long seconds(double seconds) {
        return (long) (seconds * 1000);
    }
}
