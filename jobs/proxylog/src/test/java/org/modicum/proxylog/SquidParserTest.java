package org.modicum.proxylog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

class SquidParserTest {
    private final LineFields fields = new LineFields();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "squid-hits.csv", numLinesToSkip = 1)
    void takesALineApart(ArgumentsAccessor row) {
        byte[] line = Bytes.of(row.getString(1));

        assertThat(new SquidParser().parse(line, 0, line.length, fields)).isTrue();

        assertThat(fields.timeMillis()).isEqualTo(row.getLong(2));
        assertThat(fields.elapsedMillis()).isEqualTo(row.getLong(3));
        assertThat(fields.status()).isEqualTo(row.getInteger(6));
        assertThat(fields.bytes()).isEqualTo(orAbsent(row.getLong(7)));
        assertThat(fields.port()).isEqualTo(orAbsent(row.getLong(10)));
        assertText(line, Text.CLIENT, row.getString(4));
        assertText(line, Text.RESULT, row.getString(5));
        assertText(line, Text.METHOD, row.getString(8));
        assertText(line, Text.HOST, row.getString(9));
        assertText(line, Text.PATH, row.getString(11));
        assertText(line, Text.USER, row.getString(12));
        assertText(line, Text.HIERARCHY, row.getString(13));
        assertText(line, Text.CONTENT_TYPE, row.getString(14));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "squid-malformed.csv", numLinesToSkip = 1)
    void saysWhyALineIsMalformed(String what, String text, String reason) {
        byte[] line = Bytes.of(text);

        assertThat(new SquidParser().parse(line, 0, line.length, fields)).isFalse();

        assertThat(fields.reason().word()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "squid-hits.csv", numLinesToSkip = 1)
    void looksAtNothingOutsideTheLine(String what, String text) {
        byte[] line = Bytes.of(text);
        byte[] padded = Bytes.of("9 HIER_NONE/- " + text + "9 HIER_DIRECT/9 9");
        int from = "9 HIER_NONE/- ".length();
        LineFields inside = new LineFields();

        new SquidParser().parse(line, 0, line.length, fields);
        new SquidParser().parse(padded, from, from + line.length, inside);

        for (Text column : Text.values()) {
            assertThat(new TextDecoder().string(padded, inside, column))
                    .isEqualTo(new TextDecoder().string(line, fields, column));
        }
        assertThat(inside.timeMillis()).isEqualTo(fields.timeMillis());
    }

    private void assertText(byte[] line, Text text, String expected) {
        assertThat(new TextDecoder().string(line, fields, text)).as(text.name()).isEqualTo(expected);
    }

    private static long orAbsent(Long number) {
        return number == null ? LineFields.ABSENT : number;
    }
}
