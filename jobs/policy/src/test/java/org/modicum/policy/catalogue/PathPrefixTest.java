package org.modicum.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPrefixTest {
    @ParameterizedTest
    @CsvFileSource(resources = "path-prefixes.csv", numLinesToSkip = 1)
    void aPrefixCoversWholeSegmentsWhenItEndsWithASlash(String prefix, String path, boolean covers) {
        assertThat(PathPrefix.covers(prefix == null ? "" : prefix, path)).isEqualTo(covers);
    }

    @Property
    void aPrefixWithoutStarsCoversWhatBeginsWithIt(
            @ForAll @Chars({'a', '/', '.'}) @StringLength(max = 6) String prefix,
            @ForAll @Chars({'a', '/', '.'}) @StringLength(max = 8) String path) {
        boolean begins = ("/" + path).startsWith("/" + prefix) || prefix.endsWith("/") && prefix.equals(path + "/");

        assertThat(PathPrefix.covers("/" + prefix, "/" + path)).isEqualTo(begins || prefix.isEmpty());
    }

    @Property
    void anyPathIsJudgedWithoutAnException(
            @ForAll @Chars({'a', '/', '*'}) @StringLength(max = 8) String prefix, @ForAll String path) {
        assertThatCode(() -> PathPrefix.covers("/" + prefix, path)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "tr/", "/tr?id", "/a b", "/a\tb", "/#x", "/\u00e4"})
    void whatCouldNeverMatchIsRefused(String prefix) {
        assertThatThrownBy(() -> PathPrefix.check(prefix)).hasMessageContaining("no beginning of a path");
    }
}
