package org.modicum.proxylog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostSetTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "hosts.csv", numLinesToSkip = 1)
    void matchesOnWholeLabels(String what, String domains, String host, boolean in) {
        assertThat(contains(HostSet.parse(domains), host)).isEqualTo(in);
    }

    @Property
    void agreesWithSuffixesOfStrings(@ForAll("domainSets") Set<String> domains, @ForAll("domains") String host) {
        boolean expected = domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));

        assertThat(contains(HostSet.of(domains), host)).isEqualTo(expected);
        assertThat(contains(HostSet.of(domains), host.toUpperCase(Locale.ROOT))).isEqualTo(expected);
    }

    @Test
    void aHostOfNothingIsInNoSet() {
        assertThat(contains(HostSet.parse("a.example"), "")).isFalse();
        assertThat(contains(HostSet.parse("a.example"), ".")).isFalse();
        assertThat(contains(HostSet.parse("a.example"), "..a.example")).isTrue();
    }

    @Test
    void everyHostHoldsAll() {
        assertThat(HostSet.everyHost().isEveryHost()).isTrue();
        assertThat(contains(HostSet.everyHost(), "any.example")).isTrue();
    }

    @Test
    void equalSetsAreEqual() {
        assertThat(HostSet.parse("b.example A.example"))
                .isEqualTo(HostSet.parse("a.example b.example b.example"))
                .hasSameHashCodeAs(HostSet.parse("a.example b.example"))
                .isNotEqualTo(HostSet.parse("a.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a.example", "a.example:443", "*.a.example", ".a.example", "a..example", "a/b", "[::1]"})
    void refusesWhatIsNoDomain(String domain) {
        assertThatThrownBy(() -> HostSet.of(List.of(domain)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + domain + "' is not a domain");
    }

    @Test
    void refusesToBeEmpty() {
        assertThatThrownBy(() -> HostSet.parse("  "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No domains");
    }

    @Provide
    Arbitrary<String> domains() {
        return Arbitraries.of("a", "b", "ab", "aa", "com", "abcde", "bcdefgh")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(labels -> String.join(".", labels));
    }

    @Provide
    Arbitrary<Set<String>> domainSets() {
        return domains().set().ofMinSize(1).ofMaxSize(20);
    }

    private static boolean contains(HostSet hosts, String host) {
        byte[] bytes = ("x" + host + "y").getBytes(StandardCharsets.UTF_8);
        return hosts.contains(bytes, 1, bytes.length - 1);
    }
}
