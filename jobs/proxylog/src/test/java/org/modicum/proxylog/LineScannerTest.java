package org.modicum.proxylog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineScannerTest {
    @Property(tries = 2000)
    void anyCutGivesTheSameLines(
            @ForAll("contents") byte[] content,
            @ForAll @Size(max = 6) List<@IntRange(max = 400) Integer> cuts,
            @ForAll @IntRange(min = 1, max = 64) int window)
            throws IOException {
        List<Lines.Line> lines = new ArrayList<>();
        for (LogSlice slice : slices(content.length, cuts, LogSlice.OPEN)) {
            lines.addAll(scan(content, slice, window).lines());
        }

        assertThat(new Lines(lines)).isEqualTo(Lines.naive(content));
    }

    @Property(tries = 1000)
    void aLimitReadsAsIfTheContentEndedThere(
            @ForAll("contents") byte[] content,
            @ForAll @IntRange(max = 400) int wanted,
            @ForAll @IntRange(min = 1, max = 64) int window)
            throws IOException {
        int limit = Math.min(wanted, content.length);

        assertThat(scan(content, new LogSlice(0, limit, limit, true), window))
                .isEqualTo(Lines.naive(Arrays.copyOf(content, limit)));
    }

    @Property(tries = 1000)
    void notesNulAndNonAsciiBytesOfTheLineAlone(
            @ForAll("contents") byte[] content, @ForAll @IntRange(min = 1, max = 64) int windowBytes)
            throws IOException {
        LineScanner scanner = new LineScanner(Bytes.file(content), Compression.NONE, LogSlice.whole(), windowBytes);
        do {
            while (scanner.nextLine()) {
                String line = new String(
                        scanner.window(),
                        scanner.lineStart(),
                        scanner.lineEnd() - scanner.lineStart(),
                        StandardCharsets.ISO_8859_1);
                assertThat(scanner.hasNul()).isEqualTo(line.indexOf(0) >= 0);
                assertThat(scanner.isAscii()).isEqualTo(line.chars().allMatch(c -> c < 128));
            }
        } while (scanner.nextWindow());
    }

    @Test
    void aLineOfAMegabyteIsALine() throws IOException {
        byte[] content = ("short\n" + "x".repeat(1 << 20) + "\r\nshort").getBytes(StandardCharsets.US_ASCII);

        assertThat(scan(content, LogSlice.whole(), 1 << 10)).isEqualTo(Lines.naive(content));
    }

    @Test
    void theLongestLineIsReadAndALongerOneOnlyMeasured() throws IOException {
        for (String end : List.of("\n", "\r\n")) {
            byte[] content = (line(LineScanner.MAX_LINE) + end + line(LineScanner.MAX_LINE + 1) + end + line(9 << 20)
                            + end + "z")
                    .getBytes(StandardCharsets.US_ASCII);

            List<Lines.Line> lines = scan(content, LogSlice.whole(), 1 << 20).lines();

            assertThat(lines).extracting(Lines.Line::length).containsExactly(4194304L, 4194305L, 9437184L, 1L);
            assertThat(lines)
                    .extracting(line -> line.latin1().equals("too long"))
                    .containsExactly(false, true, true, false);
            assertThat(lines.get(3).offset()).isEqualTo(content.length - 1L);
        }
    }

    @Test
    void aLongLineWithoutAnEndIsALine() throws IOException {
        byte[] content = ("a\n" + line(5 << 20) + "\r").getBytes(StandardCharsets.US_ASCII);

        assertThat(scan(content, LogSlice.whole(), 1 << 16).lines())
                .extracting(Lines.Line::offset, Lines.Line::length)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(0L, 1L),
                        org.assertj.core.api.Assertions.tuple(2L, 5L << 20));
    }

    @Test
    void aSliceInsideALongLineOwnsNothing() throws IOException {
        byte[] content = (line(5 << 20) + "\nb\n").getBytes(StandardCharsets.US_ASCII);

        assertThat(scan(content, new LogSlice(1000, 2000, LogSlice.OPEN, false), 64)
                        .lines())
                .isEmpty();
    }

    @Test
    void contentThatEndsBeforeTheSliceIsReported() throws IOException {
        byte[] content = "a\nb\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(isShort(content, new LogSlice(0, 5, 5, true))).isTrue();
        assertThat(isShort(content, new LogSlice(0, 4, 4, true))).isFalse();
        assertThat(isShort(content, new LogSlice(9, 10, LogSlice.OPEN, true))).isTrue();
        assertThat(isShort(content, LogSlice.whole())).isFalse();
    }

    @Provide
    Arbitrary<byte[]> contents() {
        return Arbitraries.of(
                        "a",
                        "\n",
                        "\r\n",
                        "\r",
                        "\0",
                        "zoë",
                        "€",
                        "😀",
                        "HIER_NONE/- -",
                        "x".repeat(70),
                        "{FF}",
                        "12345678")
                .list()
                .ofMaxSize(40)
                .map(parts -> Bytes.of(String.join("", parts)));
    }

    private static List<LogSlice> slices(int length, List<Integer> cuts, long limit) {
        TreeSet<Integer> bounds = new TreeSet<>(cuts);
        bounds.removeIf(cut -> cut <= 0 || cut >= length);
        bounds.add(length);
        List<LogSlice> slices = new ArrayList<>();
        long start = 0;
        for (int bound : bounds) {
            slices.add(new LogSlice(start, bound, limit, start == 0));
            start = bound;
        }
        return slices;
    }

    private static Lines scan(byte[] content, LogSlice slice, int window) throws IOException {
        return Lines.scanned(new LineScanner(Bytes.file(content), Compression.NONE, slice, window));
    }

    private static boolean isShort(byte[] content, LogSlice slice) throws IOException {
        LineScanner scanner = new LineScanner(Bytes.file(content), Compression.NONE, slice);
        Lines.scanned(scanner);
        return scanner.isShort();
    }

    private static String line(int length) {
        return "x".repeat(length);
    }
}
