package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Knows the staff directory, everybody's leave and the rules, takes it that everybody behaves the same on every working
 * day, and works out the least and the most that one person's day can hold given everything that was published.
 *
 * <p>What no published figure tells apart is one unknown: people whose departments and working days are alike, and sites
 * that were never shown apart. (Commons Math's solver also needs that: with two equal columns and a lower bound it can
 * return a point that is not the best. Such an error makes intervals too narrow, never too wide, so that it would fail a
 * test and not pass one.)
 */
final class LinearAttacker {
    private static final int MOST_STEPS = 100_000;
    /** Unknowns are counted in this many minutes, so that the solver's tolerances suit them. */
    private static final double UNIT = 50;

    private final List<Worker> workers;
    private final List<String> sites;
    private final List<Known> known = new ArrayList<>();

    /** That the people of departments have between so and so many minutes on the sites in a week. */
    private record Known(int week, Set<String> departments, Set<String> sites, Interval minutes) {}

    /** What can be said of somebody, in minutes per working day, or of some people together, in minutes. */
    record Interval(double low, double high) {
        double width() {
            return high - low;
        }

        boolean holds(double value) {
            return low - 1e-6 <= value && value <= high + 1e-6;
        }

        Interval and(Interval other) {
            return new Interval(Math.max(low, other.low), Math.min(high, other.high));
        }
    }

    LinearAttacker(List<Worker> workers, List<String> sites) {
        this.workers = workers;
        this.sites = sites;
    }

    void learn(int week, Set<String> departments, Set<String> on, Interval minutes) {
        known.add(new Known(week, Set.copyOf(departments), Set.copyOf(on), minutes));
    }

    /**
     * @param on the sites asked about
     * @param certain people whose use the attacker knows, himself among them
     * @throws AssertionError if the truth is not among what is worked out: then the attack is wrong, not the release safe
     */
    Interval about(Worker target, Set<String> on, Set<String> certain) {
        Map<List<Double>, Integer> unknowns = new LinkedHashMap<>();
        Map<List<Double>, Set<String>> people = new HashMap<>();
        for (Worker worker : workers) {
            for (String site : sites) {
                if (!certain.contains(worker.name())) {
                    List<Double> column = column(worker, site);
                    unknowns.putIfAbsent(column, unknowns.size());
                    people.computeIfAbsent(column, any -> new HashSet<>()).add(worker.name() + " " + site);
                }
            }
        }
        // What no other unknown shares a column with has a least; any other can be nothing, the rest being its like's.
        double[] least = new double[unknowns.size()];
        double[] most = new double[unknowns.size()];
        for (String site : on) {
            List<Double> column = column(target, site);
            most[unknowns.get(column)] = 1;
            Set<String> alike = new HashSet<>(people.get(column));
            on.forEach(asked -> alike.remove(target.name() + " " + asked));
            least[unknowns.get(column)] = alike.isEmpty() ? 1 : 0;
        }
        List<LinearConstraint> constraints = constraints(List.copyOf(unknowns.keySet()), certain);
        Interval worked = new Interval(
                UNIT * solve(least, constraints, GoalType.MINIMIZE),
                UNIT * solve(most, constraints, GoalType.MAXIMIZE));
        double truth = target.on(on);
        if (!worked.holds(truth)) {
            throw new AssertionError("The attack is wrong about " + target.name() + ": " + worked + ", not " + truth);
        }
        return worked;
    }

    /** How much a minute a day of somebody on a site adds to each of the known figures. */
    private List<Double> column(Worker worker, String site) {
        return known.stream()
                .map(fact -> fact.departments().contains(worker.department())
                                && fact.sites().contains(site)
                        ? (double) worker.days().get(fact.week())
                        : 0.0)
                .toList();
    }

    private List<LinearConstraint> constraints(List<List<Double>> columns, Set<String> certain) {
        Map<List<Double>, Interval> facts = new LinkedHashMap<>();
        for (int i = 0; i < known.size(); i++) {
            int fact = i;
            Interval minutes = known.get(fact).minutes();
            double certainly = workers.stream()
                    .filter(worker -> certain.contains(worker.name()))
                    .flatMapToDouble(worker -> sites.stream()
                            .mapToDouble(site -> column(worker, site).get(fact)
                                    * worker.aDay().getOrDefault(site, 0.0)))
                    .sum();
            facts.merge(
                    columns.stream().map(column -> column.get(fact)).toList(),
                    new Interval((minutes.low() - certainly) / UNIT, (minutes.high() - certainly) / UNIT),
                    Interval::and);
        }
        List<LinearConstraint> constraints = new ArrayList<>();
        facts.forEach((weights, interval) -> {
            double[] row = weights.stream().mapToDouble(Double::doubleValue).toArray();
            if (interval.low() > 0) {
                constraints.add(new LinearConstraint(row, Relationship.GEQ, interval.low()));
            }
            constraints.add(new LinearConstraint(row, Relationship.LEQ, interval.high()));
        });
        return constraints;
    }

    private static double solve(double[] asked, List<LinearConstraint> constraints, GoalType goal) {
        try {
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(MOST_STEPS),
                            new LinearObjectiveFunction(asked, 0),
                            new LinearConstraintSet(constraints),
                            goal,
                            new NonNegativeConstraint(true))
                    .getValue();
        } catch (UnboundedSolutionException e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
