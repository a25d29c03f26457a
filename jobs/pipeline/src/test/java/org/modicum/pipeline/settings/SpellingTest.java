package org.modicum.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> KNOWN = List.of("release", "ingest", "minimum-group", "round-to", "to");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relase        | ; did you mean release?",
                "relaese       | ; did you mean release?",
                "minimumGroup  | ; did you mean minimum-group?",
                "minimum_group | ; did you mean minimum-group?",
                "too           | ; did you mean to?",
                "colour        | ; there is ingest, minimum-group, release, round-to, to",
            })
    void whatSomebodyMayHaveMeant(String written, String expected) {
        assertThat(Spelling.suggestion(written, KNOWN)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'','',0", "abc,abc,0", "abc,acb,1", "abc,ab,1", "ab,abc,1", "abc,axc,1", "kitten,sitting,3"})
    void distanceCountsLettersToChange(String a, String b, int distance) {
        assertThat(Spelling.distance(a, b)).isEqualTo(distance);
        assertThat(Spelling.distance(b, a)).isEqualTo(distance);
    }
}
