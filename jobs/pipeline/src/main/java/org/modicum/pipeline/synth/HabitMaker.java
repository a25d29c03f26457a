package org.modicum.pipeline.synth;

import java.util.ArrayList;
import java.util.List;

/** Gives people their habits: a fifth never look, most do a little, a tenth a lot. */
final class HabitMaker {
    private static final int FAVOURITES = 5;

    private final Web web;
    private final Chance chance;

    HabitMaker(Web web, Chance chance) {
        this.web = web;
        this.chance = chance;
    }

    Habits usual() {
        return new Habits(minutes(), favourites(), chance.uniform(0, 0.35));
    }

    /** Half of the work is Facebook and LinkedIn. */
    Habits communications() {
        List<Service> favourites = new ArrayList<>(web.services().choices().stream()
                .filter(service -> Department.WORK_SITES.contains(service.site()))
                .toList());
        for (Service service : favourites()) {
            if (!favourites.contains(service)) {
                favourites.add(service);
            }
        }
        return new Habits(chance.uniform(40, 110), List.copyOf(favourites), chance.uniform(0, 0.35));
    }

    /** Students and guests: longer evenings. */
    Habits ofVisitor() {
        return new Habits(chance.uniform(15, 70), favourites(), chance.uniform(0.3, 0.9));
    }

    private double minutes() {
        double kind = chance.uniform(0, 1);
        if (kind < 0.20) {
            return 0;
        }
        if (kind < 0.52) {
            return chance.uniform(4, 14);
        }
        return kind < 0.90 ? chance.uniform(14, 48) : chance.uniform(48, 150);
    }

    private List<Service> favourites() {
        return web.services().draw(FAVOURITES, chance);
    }
}
