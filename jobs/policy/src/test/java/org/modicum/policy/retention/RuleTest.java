package org.modicum.policy.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {

    @ParameterizedTest
    @CsvFileSource(resources = "due.csv", useHeadersInDisplayName = true)
    void dataGoesOnTheDayAfterItsTime(String keep, LocalDate last, LocalDate due) {
        assertThat(rule(DataKind.ACTIVITY, Keep.parse(keep)).due(last)).contains(due);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "keep-wrong.csv", useHeadersInDisplayName = true)
    void aTimeThatIsNegativeNothingTooLongOrMisspeltIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Keep.parse(text == null ? "" : text));
    }

    @Test
    void aPeriodThatIsNegativeInAnyPartOrTooLongByItsPartsTogetherIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Keep.For(Period.of(0, 1, -40)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Keep.For(Period.of(-1, 24, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Keep.For(Period.of(9, 11, 40)));
    }

    @ParameterizedTest
    @CsvSource({
        "activity, in use",
        "activity, with release",
        "audit_log, 35 days",
        "pseudonym_key, 35 days",
        "report, with activity",
        "release, with activity",
        "registry, with grant"
    })
    void noKindIsKeptInAWayInWhichItCannotBe(String kind, String keep) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(DataKind.of(kind), Keep.parse(keep)))
                .withMessageStartingWith(kind + " is kept ");
    }

    @Test
    void theTimeIsCountedFromWhereThisKindCanBeCounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule(
                        DataKind.ACTIVITY,
                        "o",
                        "p",
                        "b",
                        new Keep.For(Period.ofDays(35)),
                        Optional.of(CountedFrom.MADE)))
                .withMessageContaining("counted from \"day\"");
    }

    @Test
    void aRuleWithoutSomebodyWhoAnswersForItIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule(DataKind.AUDIT_LOG, " ", "p", "b", new Keep.InUse(), Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void aKindWithoutARuleIsNamed(DataKind kind) {
        List<Rule> some = new ArrayList<>(House.rules().byKind().values());
        some.removeIf(rule -> rule.kind() == kind);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rules.of(some))
                .withMessage("there is no rule for " + kind.word() + " (" + kind.meaning() + ")");
    }

    @Test
    void allThatAreMissingAreNamedAtOnceAndTwoForOneKindAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rules.of(List.of()))
                .withMessageContaining("activity")
                .withMessageContaining("temporary");
        List<Rule> twice = new ArrayList<>(House.rules().byKind().values());
        twice.add(twice.get(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.of(twice)).withMessageContaining("two rules");
    }

    @ParameterizedTest
    @CsvSource({"35 days", "34 days", "1 month", "1 day"})
    void aReleaseThatIsForgottenBeforeItsActivityIsRefused(String keep) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> House.rulesWith(rule(DataKind.RELEASE, Keep.parse(keep))))
                .withMessageContaining("released again");
    }

    @Test
    void whatGoesWithAnotherIsDueWithIt() {
        LocalDate sunday = LocalDate.parse("2026-03-08");
        assertThat(House.rules().due(DataKind.PSEUDONYM_KEY, sunday)).contains(LocalDate.parse("2026-04-13"));
        assertThat(House.rules().due(DataKind.AUDIT_LOG, sunday)).isEmpty();
    }

    @Test
    void anyOtherRuleIsAnotherDigest() {
        assertThat(House.rulesWith(rule(DataKind.FLAG, Keep.parse("5 months"))).digest())
                .isNotEqualTo(House.rules().digest())
                .isNotEqualTo(House.rulesWith(rule(DataKind.FLAG, Keep.parse("4 months")))
                        .digest());
        assertThat(House.rules().digest()).isEqualTo(House.rules().digest());
    }

    @Property
    void whatIsYoungerNeverGoesBeforeWhatIsOlder(
            @ForAll @IntRange(min = -3000, max = 40_000) int day,
            @ForAll @IntRange(min = 1, max = 100) int months,
            @ForAll @IntRange(max = 400) int days) {
        Rule rule = rule(DataKind.ACTIVITY, new Keep.For(Period.of(0, months, days)));
        LocalDate older = LocalDate.ofEpochDay(day);

        assertThat(rule.due(older).orElseThrow())
                .isBeforeOrEqualTo(rule.due(older.plusDays(1)).orElseThrow());
        assertThat(rule.due(older).orElseThrow()).isAfter(older.plusDays(1));
    }

    private static Rule rule(DataKind kind, Keep keep) {
        return House.rule(kind, keep);
    }
}
