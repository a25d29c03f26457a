package org.modicum.pipeline.synth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes the people: departments of all sizes, habits from none to heavy, full-timers and part-timers, comers and goers. */
final class University {
    private static final List<String> FIRST =
            List.of("a", "b", "c", "d", "e", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s");
    private static final List<String> LAST = List.of(
            "adams", "baker", "carter", "davies", "edwards", "foster", "gray", "harris", "ito", "jackson", "khan",
            "lee", "morgan", "novak", "o'brien", "patel", "quinn", "roberts", "singh", "taylor", "usman", "vaughan",
            "walker", "young");
    private static final double STUDENTS = 0.15;
    private static final double GUESTS = 0.02;

    private final SynthPlan plan;
    private final Chance chance;
    private final HabitMaker habits;
    private final List<Person> people = new ArrayList<>();

    University(SynthPlan plan, Web web) {
        this.plan = plan;
        this.chance = new Chance(new SplittableRandom(plan.seed()));
        this.habits = new HabitMaker(web, chance);
    }

    List<Person> people() {
        for (Department department : Department.ALL) {
            int size = department.sizeAmong(plan.staff());
            for (int i = 0; i < size; i++) {
                people.add(member(department, i));
            }
        }
        int staff = people.size();
        for (int i = 0; i < staff * STUDENTS; i++) {
            people.add(visitor("s" + (20_000 + people.size())));
        }
        for (int i = 0; i < staff * GUESTS; i++) {
            // Squid writes a space in a user name as it is.
            people.add(visitor("guest " + (i + 1)));
        }
        return List.copyOf(people);
    }

    private Person member(Department department, int within) {
        int number = people.size();
        String last = number % 17 == 5 ? "zo\u00eb" : chance.pick(LAST);
        String username = chance.pick(FIRST) + "." + last + number;
        boolean mover = department.name().equals("Registry") && within == 0;
        boolean communications = department.isCommunications() && within % 2 == 0;
        return new Person(
                number,
                username,
                mover ? moving(department) : List.of(new Post(department, employment())),
                !mover && chance.happens(0.08),
                mover || chance.happens(0.92) ? Set.of() : Set.of(day()),
                communications,
                communications ? habits.communications() : habits.usual(),
                machine(LoggedName.of(username, number), address("10.", number)),
                machine(LoggedName.of(username, number + 3), address("10.2", number)),
                !mover && chance.happens(0.08) ? Optional.of(leave()) : Optional.empty());
    }

    private Person visitor(String username) {
        int number = people.size();
        return new Person(
                number,
                username,
                List.of(),
                false,
                Set.of(),
                false,
                habits.ofVisitor(),
                machine(username, address("10.", number)),
                machine(username, address("10.2", number)),
                Optional.empty());
    }

    /** Registry until Tuesday, the Library from Wednesday. */
    private List<Post> moving(Department from) {
        LocalDate wednesday = plan.start().with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
        return List.of(
                new Post(from, new Period(Optional.empty(), Optional.of(wednesday.minusDays(1)))),
                new Post(Department.named("Library"), new Period(Optional.of(wednesday), Optional.empty())));
    }

    private Period employment() {
        double fate = chance.uniform(0, 1);
        LocalDate day = someDay();
        if (fate < 0.02) {
            return new Period(Optional.of(day), Optional.empty());
        }
        return fate > 0.98 ? new Period(Optional.empty(), Optional.of(day)) : Period.ALWAYS;
    }

    private Period leave() {
        LocalDate first = someDay();
        return new Period(Optional.of(first), Optional.of(first.plusDays(chance.between(0, 6))));
    }

    private LocalDate someDay() {
        return plan.start().plusDays(chance.between(0, plan.days() - 1));
    }

    private DayOfWeek day() {
        return DayOfWeek.of((int) chance.between(1, 5));
    }

    private Machine machine(String user, String address) {
        boolean asked = chance.happens(0.35);
        boolean opened = chance.happens(0.08);
        return new Machine(address, user, asked, opened);
    }

    /** IPv4, one in twenty IPv6. */
    private static String address(String prefix, int number) {
        return number % 20 == 7
                ? "2001:db8:" + prefix.replace(".", "") + "::" + Integer.toHexString(number + 1)
                : prefix + number / 62_500 % 50 + "." + number / 250 % 250 + "." + (number % 250 + 1);
    }
}
