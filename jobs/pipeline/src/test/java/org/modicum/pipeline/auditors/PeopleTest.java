package org.modicum.pipeline.auditors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.policy.disclosure.Counts;
import org.modicum.policy.disclosure.Rules;

/** Few people are never told from nobody, nor nearly all from all. */
class PeopleTest {
    private static final Counts COUNTS = new Counts(new Rules(10, 5, 25));

    @ParameterizedTest
    @CsvSource({
        "0, 100, fewer than 10, <10%",
        "1, 100, fewer than 10, <10%",
        "9, 100, fewer than 10, <10%",
        "10, 100, about 10, 10-20%",
        "12, 100, about 10, 10-20%",
        "13, 100, about 15, 10-20%",
        "91, 100, 90 or more, >90%",
        "100, 100, 90 or more, >90%",
        "3, 20, fewer than 10, not told: too few people",
        "3, 0, fewer than 10, not told: too few people",
        "30, 0, 20 or more, not told: too few people",
    })
    void aNumberOfPeopleIsToldAsAReleaseWouldTellIt(int people, int all, String number, String share) {
        People told = new People(COUNTS, all);

        assertThat(told.number(people)).isEqualTo(number);
        assertThat(told.share(people)).isEqualTo(share);
    }
}
