package org.modicum.pipeline.synth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes the people: departments of all sizes, habits from none to heavy, and every way a proxy writes a user name. */
final class University {
    static final int TYPICAL = 260;

    private static final String[] FIRST = {
        "a", "b", "c", "d", "e", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s"
    };
    private static final String[] LAST = {
        "adams", "baker", "carter", "davies", "edwards", "foster", "gray", "harris", "ito", "jackson", "khan", "lee",
        "morgan", "novak", "o'brien", "patel", "quinn", "roberts", "singh", "taylor", "usman", "vaughan", "walker",
                "young"
    };
    private static final double SHARE_OF_STUDENTS = 0.15;

    private final SynthPlan plan;
    private final SplittableRandom random;

    University(SynthPlan plan) {
        this.plan = plan;
        this.random = new SplittableRandom(plan.seed());
    }

    List<Person> people() {
        List<Person> people = new ArrayList<>();
        int scalable = TYPICAL - 12;
        for (Department department : Department.ALL) {
            int size = department.scales()
                    ? Math.max(1, Math.round(department.size() * (plan.staff() - 12) / (float) scalable))
                    : department.size();
            for (int i = 0; i < size; i++) {
                people.add(member(people.size(), department, i));
            }
        }
        int students = (int) Math.ceil(people.size() * SHARE_OF_STUDENTS);
        for (int i = 0; i < students; i++) {
            people.add(student(people.size()));
        }
        return people;
    }

    private Person member(int number, Department department, int within) {
        boolean diacritic = number % 17 == 5;
        String username = FIRST[random.nextInt(FIRST.length)] + "."
                + (diacritic ? "zo\u00eb" : LAST[random.nextInt(LAST.length)]) + number;
        LocalDate joins = plan.start().plusDays(random.nextInt(plan.days()));
        double fate = random.nextDouble();
        boolean moves = department.name().equals("Registry") && within == 0;
        LocalDate wednesday = plan.start().with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
        boolean onLeave = !moves && random.nextDouble() < 0.08;
        LocalDate leaves = plan.start().plusDays(random.nextInt(plan.days()));
        return new Person(
                number,
                username,
                logged(number, username),
                department,
                moves ? Optional.of(new Person.Move(wednesday, library())) : Optional.empty(),
                true,
                random.nextDouble() < 0.12,
                department.name().equals("Communications") && within % 2 == 0,
                appetite(),
                favourites(),
                client(number),
                !moves && fate < 0.02 ? Optional.of(joins) : Optional.empty(),
                !moves && fate > 0.98 ? Optional.of(joins) : Optional.empty(),
                onLeave
                        ? Optional.of(new Person.Leave(leaves, leaves.plusDays(random.nextInt(1, 6))))
                        : Optional.empty());
    }

    private Person student(int number) {
        String username = "s" + (20_000 + number);
        return new Person(
                number,
                username,
                username,
                Department.ALL.get(0),
                Optional.empty(),
                false,
                false,
                false,
                4 + random.nextDouble() * 6,
                favourites(),
                client(number),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Department library() {
        return Department.ALL.get(1);
    }

    /** Sessions a day: a quarter hardly any, most a few, a few many. */
    private double appetite() {
        double kind = random.nextDouble();
        if (kind < 0.25) {
            return 0.2;
        }
        return kind < 0.93 ? 1 + 4 * random.nextDouble() : 8 + 6 * random.nextDouble();
    }

    private List<Service> favourites() {
        List<Service> all = new ArrayList<>(List.of(Service.values()));
        List<Service> own = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            // The first few services are everybody's; the square makes them come first more often.
            double draw = random.nextDouble();
            own.add(all.remove((int) (draw * draw * all.size())));
        }
        return List.copyOf(own);
    }

    private static String client(int number) {
        return number % 20 == 7
                ? "2001:db8::" + Integer.toHexString(number + 1)
                : "10." + number / 62_500 % 250 + "." + number / 250 % 250 + "." + (number % 250 + 1);
    }

    private static String logged(int number, String username) {
        String written = username.replace("\u00eb", "%c3%ab");
        return switch (number % 6) {
            case 1 -> "CAMPUS\\\\" + written;
            case 2 -> written + "@example.ac.uk";
            case 3 -> username.contains("\u00eb") ? written : written.toUpperCase(java.util.Locale.ROOT);
            default -> written;
        };
    }
}
