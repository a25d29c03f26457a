package org.modicum.policy.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolTest {

    private static final WorkingTime MORNINGS = new WorkingTime(
            ZoneId.of("Europe/London"),
            EnumSet.of(DayOfWeek.MONDAY),
            List.of(TimeRange.parse("09:00-12:00")),
            Holidays.none());

    private static final Protocol REGISTRY = new Protocol(
            "Registry",
            "m.jones",
            MORNINGS,
            List.of(
                    new Threshold(IsoWeek.parse("2027-W01"), 45, Per.DAY),
                    new Threshold(IsoWeek.parse("2026-W10"), 60, Per.DAY),
                    new Threshold(IsoWeek.parse("2026-W20"), 300, Per.WEEK)),
            List.of(
                    new WorkRelated(Set.of("communications"), Set.of("facebook", "linkedin")),
                    new WorkRelated(Set.of("recruitment", "communications"), Set.of("linkedin", "xing")),
                    new WorkRelated(Set.of(), Set.of("wikipedia"))));

    @ParameterizedTest
    @CsvFileSource(resources = "threshold.csv", useHeadersInDisplayName = true)
    void aThresholdHoldsFromItsWeekUntilTheNextOneStarts(String week, Integer minutes, Per per) {
        Optional<Threshold> threshold = REGISTRY.threshold(IsoWeek.parse(week));
        assertThat(threshold.map(Threshold::minutes)).isEqualTo(Optional.ofNullable(minutes));
        assertThat(threshold.map(Threshold::per)).isEqualTo(Optional.ofNullable(per));
    }

    @ParameterizedTest
    @CsvSource({
        "communications, facebook linkedin wikipedia xing",
        "recruitment, linkedin wikipedia xing",
        "teaching, wikipedia",
        "Communications, wikipedia",
        "'', wikipedia"
    })
    void workRelatedSitesAreThoseOfThePersonsRoles(String role, String sites) {
        Set<String> roles = role.isEmpty() ? Set.of() : Set.of(role);
        assertThat(REGISTRY.workRelatedSites(roles)).containsExactly(sites.split(" "));
    }

    @Test
    void twoThresholdsFromOneWeekAreRefused() {
        IsoWeek week = IsoWeek.parse("2026-W10");
        List<Threshold> twice = List.of(new Threshold(week, 60, Per.DAY), new Threshold(week, 90, Per.DAY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Protocol("Registry", "m.jones", MORNINGS, twice, List.of()))
                .withMessageContaining("Registry")
                .withMessageContaining("2026-W10");
    }

    @ParameterizedTest
    @CsvSource({"0, DAY", "-5, DAY", "1441, DAY", "0, WEEK", "10081, WEEK"})
    void aThresholdThatForbidsOrAllowsEverythingIsRefused(int minutes, Per per) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold(IsoWeek.parse("2026-W10"), minutes, per))
                .withMessageContaining("2026-W10");
    }

    @Test
    void workRelatedUseOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkRelated(Set.of("communications"), Set.of()));
    }

    @Test
    void aSerialisedProtocolIsTheSame() throws IOException, ClassNotFoundException {
        assertThat(Copies.serialised(REGISTRY)).isEqualTo(REGISTRY);
    }
}
