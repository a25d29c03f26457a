package org.modicum.policy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {

    private static final Rules RULES = new Rules(10, 5, 25);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "steps.csv", useHeadersInDisplayName = true)
    void isTheFinestThatHidesOnePerson(
            String name,
            long headcount,
            long days,
            long people,
            double minutes,
            double largest,
            double second,
            double step) {
        CellSums all = new CellSums(people, minutes, largest, second);
        GroupSums group = new GroupSums(headcount, headcount * days, 0, 0);
        assertThat(Step.of(all, group, RULES)).isEqualTo(new Step(step));
    }

    @ParameterizedTest
    @CsvSource({"5,0,<5", "5,2.4,<5", "5,2.5,5", "5,7.4,5", "5,7.5,10", "0.5,0.2,<0.5", "0.5,0.6,0.5", "0.5,1.1,1"})
    void roundsToTheNearestAndNeverSaysNothing(double step, double perHead, String shown) {
        assertThat(new Step(step).show(new Step(step).units(perHead))).isEqualTo(shown);
    }

    @Test
    void isTheCoarsestThereIsIfNoneIsCoarseEnough() {
        CellSums all = new CellSums(1, 1_000_000, 1_000_000, 0);
        assertThat(Step.of(all, new GroupSums(10, 50, 0, 0), RULES)).isEqualTo(new Step(480));
    }
}
