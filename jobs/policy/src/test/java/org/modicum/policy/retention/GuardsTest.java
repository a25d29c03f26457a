package org.modicum.policy.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GuardsTest {
    private static final Guards GUARDS = new Guards(7, 0.5, 3);

    @ParameterizedTest
    @CsvFileSource(resources = "guards.csv", useHeadersInDisplayName = true)
    void whatLooksWrongStopsTheDeletion(
            String name,
            String kind,
            LocalDate last,
            LocalDate due,
            long records,
            long held,
            LocalDate today,
            String stopped) {
        DataKind of = DataKind.of(kind);

        List<String> reasons =
                GUARDS.stop(List.of(new DueItem(of, "part", last, due, records)), Map.of(of, held), today);

        assertThat(reasons.stream().map(reason -> reason.substring(0, reason.indexOf(':'))))
                .as(name)
                .isEqualTo(stopped == null ? List.of() : List.of(stopped));
    }

    @Test
    void aShareIsOneOfAllThatGoesAtOnce() {
        LocalDate today = LocalDate.parse("2026-04-07");
        DueItem third = new DueItem(DataKind.ACTIVITY, "day", LocalDate.parse("2026-03-02"), today, 33);

        assertThat(GUARDS.stop(List.of(third, third), Map.of(DataKind.ACTIVITY, 100L), today))
                .singleElement()
                .asString()
                .startsWith("SHARE: 66 of the 100 rows");
    }

    @Test
    void nothingIsStoppedWhereNothingGoes() {
        assertThat(GUARDS.stop(List.of(), Map.of(DataKind.ACTIVITY, 100L), LocalDate.parse("2026-04-07")))
                .isEmpty();
    }

    @Test
    void guardsThatGuardNothingAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Guards(0, 0.5, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Guards(7, 0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Guards(7, 1.1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Guards(7, Double.NaN, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Guards(7, 0.5, 0));
    }
}
