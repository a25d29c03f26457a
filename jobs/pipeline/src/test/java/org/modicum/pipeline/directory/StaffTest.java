package org.modicum.pipeline.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffTest {
    private static final Staff STAFF = new Staff(
            List.of(),
            List.of(
                    new Absence("zoe", LocalDate.parse("2026-02-02"), LocalDate.parse("2026-02-06")),
                    new Absence("ann", LocalDate.parse("2026-03-09"), LocalDate.parse("2026-03-09")),
                    new Absence("ann", LocalDate.parse("2026-02-03"), LocalDate.parse("2026-02-04"))));

    @ParameterizedTest
    @CsvSource({
        "ann, 2026-02-02, false",
        "ann, 2026-02-03, true",
        "ann, 2026-02-04, true",
        "ann, 2026-02-05, false",
        "ann, 2026-03-09, true",
        "zoe, 2026-02-06, true",
        "zoe, 2026-02-07, false",
        "bob, 2026-02-03, false",
        "a, 2026-02-03, false",
        "zz, 2026-02-03, false",
    })
    void leaveIsFromTheFirstToTheLastDayOfThatPersonAlone(String username, LocalDate day, boolean absent) {
        assertThat(STAFF.isAbsent(username, day)).isEqualTo(absent);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, false",
        "2026-01-01, true",
        "2026-02-03, true",
        "2026-02-04, false",
    })
    void theLastDayOfAMembershipIsPartOfIt(LocalDate day, boolean member) {
        Member ann = new Member(
                "ann", "Registry", "PS", "", Set.of(), LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-03"));

        assertThat(ann.isOn(day)).isEqualTo(member);
    }
}
