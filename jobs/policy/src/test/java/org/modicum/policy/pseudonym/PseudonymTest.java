package org.modicum.policy.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PseudonymTest {

    private static final byte[] KEY = sequence(32);

    /** Worked out with OpenSSL: {@code printf %s alice | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f}. */
    @Test
    void aPseudonymIsTheFirstHalfOfTheHmac() {
        String expected = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex("6eefad2bed97b6d93ee663d67a44b460"));
        assertThat(Pseudonym.of(KEY, "alice")).isEqualTo(expected).hasSize(Pseudonym.LENGTH);
    }

    @Test
    void twoWeeksCannotBeJoined() {
        WeekKey first = WeekKey.generate();
        WeekKey second = WeekKey.generate();
        Set<String> inFirst = pseudonyms(first);
        assertThat(inFirst).hasSize(1000).doesNotContainAnyElementsOf(pseudonyms(second));
        assertThat(pseudonyms(first)).isEqualTo(inFirst);
    }

    @Test
    void aPseudonymShowsNothingOfTheName() {
        assertThat(Pseudonym.of(KEY, "alice")).matches("[A-Za-z0-9_-]{22}").doesNotContain("alice");
    }

    @Test
    void nobodyHasNoPseudonym() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pseudonym.of(KEY, " "));
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pseudonym.of(sequence(16), "alice"))
                .withMessageNotContaining("alice");
        assertThatIllegalArgumentException().isThrownBy(() -> new WeekKey(sequence(31)));
    }

    @Test
    void theTextOfAKeyNeverShowsIt() {
        WeekKey key = new WeekKey("canary-canary-canary-canary-cana".getBytes(UTF_8));
        assertThat(key.toString() + key.hashCode()).isEqualTo("WeekKey[hidden]32");
        assertThat("" + key).doesNotContain("canary").doesNotContain("99, 97");
    }

    @Test
    void aKeyCannotBeChangedFromOutside() {
        byte[] bytes = sequence(32);
        WeekKey key = new WeekKey(bytes);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(key.bytes(), (byte) 0);
        assertThat(key.bytes()).isEqualTo(KEY);
        assertThat(key).isEqualTo(new WeekKey(KEY)).isNotEqualTo(WeekKey.generate());
    }

    private static Set<String> pseudonyms(WeekKey key) {
        return IntStream.range(0, 1000)
                .mapToObj(i -> Pseudonym.of(key.bytes(), "user" + i))
                .collect(Collectors.toSet());
    }

    private static byte[] sequence(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
