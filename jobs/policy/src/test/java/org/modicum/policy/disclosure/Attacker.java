package org.modicum.policy.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Works out what a person's average day can be, by linear programming over everything published in several weeks. Knows
 * who is in which group, who worked on how many days, how long a working day is, and how figures are rounded; assumes
 * that nobody changes. Unknown are everybody's minutes per working day on every site.
 */
final class Attacker {
    private static final double LONGEST_DAY = 480;

    private final List<Staff> staff;
    private final List<String> sites;
    private final List<LinearConstraint> constraints = new ArrayList<>();

    Attacker(List<Staff> staff, List<String> sites) {
        this.staff = staff;
        this.sites = sites;
    }

    /** What anybody works out of one person's average day. */
    record Interval(double low, double high) {
        double width() {
            return high - low;
        }
    }

    /** Learns that the minutes of a group on some sites, per person and working day, are in [low, high]. */
    void learn(int week, Group group, Set<String> on, double low, double high) {
        double[] row = new double[staff.size() * sites.size()];
        double personDays = 0;
        for (int i = 0; i < staff.size(); i++) {
            if (group.departmentNames().contains(staff.get(i).department())) {
                personDays += staff.get(i).days()[week];
                for (String site : on) {
                    row[i * sites.size() + sites.indexOf(site)] = staff.get(i).days()[week];
                }
            }
        }
        for (int i = 0; i < row.length; i++) {
            row[i] /= personDays;
        }
        if (low == high) {
            constraints.add(new LinearConstraint(row, Relationship.EQ, low));
            return;
        }
        constraints.add(new LinearConstraint(row, Relationship.LEQ, high));
        if (low > 0) {
            constraints.add(new LinearConstraint(row, Relationship.GEQ, low));
        }
    }

    Interval about(int person) {
        return new Interval(solve(person, GoalType.MINIMIZE), solve(person, GoalType.MAXIMIZE));
    }

    /** That nobody else has more than a working day is counted in; of the person, only what the releases say. */
    private double solve(int person, GoalType goal) {
        List<LinearConstraint> known = new ArrayList<>(constraints);
        for (int i = 0; i < staff.size(); i++) {
            if (i != person) {
                known.add(new LinearConstraint(average(i), Relationship.LEQ, LONGEST_DAY));
            }
        }
        Set<List<Double>> columns = new LinkedHashSet<>();
        double[] objective = average(person);
        for (int i = 0; i < objective.length; i++) {
            List<Double> column = new ArrayList<>(List.of(objective[i]));
            for (LinearConstraint constraint : known) {
                column.add(constraint.getCoefficients().getEntry(i));
            }
            columns.add(column);
        }
        return solve(known, List.copyOf(columns), goal);
    }

    /** The solver goes wrong over variables that are alike in everything, so each column stands for all like it. */
    private static double solve(List<LinearConstraint> known, List<List<Double>> columns, GoalType goal) {
        List<LinearConstraint> reduced = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            reduced.add(new LinearConstraint(
                    row(columns, i + 1),
                    known.get(i).getRelationship(),
                    known.get(i).getValue()));
        }
        return new SimplexSolver()
                .optimize(
                        new MaxIter(100_000),
                        new LinearObjectiveFunction(row(columns, 0), 0),
                        new LinearConstraintSet(reduced),
                        new NonNegativeConstraint(true),
                        goal)
                .getValue();
    }

    private static double[] row(List<List<Double>> columns, int row) {
        return columns.stream().mapToDouble(column -> column.get(row)).toArray();
    }

    private double[] average(int person) {
        double[] row = new double[staff.size() * sites.size()];
        Arrays.fill(row, person * sites.size(), (person + 1) * sites.size(), 1);
        return row;
    }
}
