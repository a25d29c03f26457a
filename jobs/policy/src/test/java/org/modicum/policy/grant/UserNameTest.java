package org.modicum.policy.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserNameTest {

    @ParameterizedTest
    @CsvSource({
        "a.jones, a.jones, true",
        "a.jones, A.JONES, true",
        "a.jones, STAFF\\a.jones, true",
        "a.jones, STAFF/a.jones, true",
        "a.jones, a.jones@example.ac.uk, true",
        "a.jones@one, A.Jones@two, true",
        "straße, STRASSE, true",
        "ﬁona, fiona, true",
        "a.jones, b.jones, false",
        "a.jones, a.jone, false",
        "a.jones, jones, false",
        "@example, @other, false",
    })
    void whoMayBeThePersonCountsAsThePerson(String one, String other, boolean same) {
        assertThat(new UserName(one).mayBe(new UserName(other))).isEqualTo(same);
        assertThat(new UserName(other).mayBe(new UserName(one))).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", " a", "a ", "a  b", "a\tb", "a\u00a0b", "a\u200bb", "\u202ea", "e\u0301", "a\u2028b"})
    void whatCannotBeSeenIsNoName(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new UserName(text))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NOT_A_DOCUMENT));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> new UserName("a".repeat(101)));
    }
}
