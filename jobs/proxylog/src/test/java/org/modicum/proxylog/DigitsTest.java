package org.modicum.proxylog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DigitsTest {
    @Property
    void readsWhatTheJdkReads(@ForAll("texts") String text, @ForAll("before") String before) {
        long expected = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
        byte[] bytes = (before + text + "7 ").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Digits.number(bytes, before.length(), before.length() + text.length()))
                .isEqualTo(expected);
    }

    @Property
    void refusesAnythingElseInAnyPlace(@ForAll("digits") String digits, @ForAll byte other, @ForAll int place) {
        byte[] bytes = digits.getBytes(StandardCharsets.ISO_8859_1);
        bytes[Math.floorMod(place, bytes.length)] = other;
        String text = new String(bytes, StandardCharsets.ISO_8859_1);

        assertThat(Digits.number(bytes, 0, bytes.length)).isEqualTo(text.matches("[0-9]+") ? Long.parseLong(text) : -1);
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(18);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofMaxLength(20),
                Arbitraries.strings().withChars("0129/:.-").ofMaxLength(20));
    }

    @Provide
    Arbitrary<String> before() {
        return Arbitraries.strings().withChars("09 x").ofMaxLength(20);
    }
}
