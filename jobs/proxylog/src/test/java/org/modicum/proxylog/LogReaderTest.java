package org.modicum.proxylog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LogReaderTest {
    private static final String GOOD =
            "1767600000.020 12 10.1.2.3 TCP_MISS/200 45 GET http://www.example.org/ bob HIER_DIRECT/192.0.2.7 text/html";
    private static final String OTHER =
            "1767600000.020 12 10.1.2.3 TCP_MISS/200 45 GET http://other.example/ bob HIER_DIRECT/192.0.2.7 text/html";
    private static final String NO_HOST =
            "1767600000.020 0 10.1.2.3 NONE_NONE/000 0 - error:invalid-request - HIER_NONE/- -";

    @Test
    void otherHostsAreCountedAndMalformedLinesReportedAllTheSame() throws IOException {
        String log = String.join("\n", GOOD, OTHER, NO_HOST, "", "\r", "x", "a\0b", OTHER + "\n");

        assertThat(events(log, HostSet.parse("example.org")))
                .containsExactly("hit", "empty_line", "empty_line", "bad_time", "nul_byte", "skipped 3", "lines 8");
        assertThat(events(log, HostSet.everyHost()))
                .containsExactly(
                        "hit",
                        "hit",
                        "hit",
                        "empty_line",
                        "empty_line",
                        "bad_time",
                        "nul_byte",
                        "hit",
                        "skipped 0",
                        "lines 8");
    }

    @Test
    void whatIsMalformedDoesNotDependOnTheHost() throws IOException {
        String log = OTHER.replace(" HIER_DIRECT/192.0.2.7", "") + "\n";

        assertThat(events(log, HostSet.parse("example.org"))).containsExactly("no_hierarchy", "skipped 0", "lines 1");
    }

    @Property(tries = 2000)
    void anyBytesReconcileAndNothingThrows(@ForAll byte[] bytes) throws IOException {
        assertReconciles(bytes);
    }

    @Property(tries = 2000)
    void anyDamageToALogReconciles(@ForAll("damagedLogs") byte[] bytes) throws IOException {
        assertReconciles(bytes);
    }

    @Property(tries = 1000)
    void anyBytesBehindAMagicNumberEnd(@ForAll("magics") byte[] magic, @ForAll byte[] bytes) throws IOException {
        byte[] content = new byte[magic.length + bytes.length];
        System.arraycopy(magic, 0, content, 0, magic.length);
        System.arraycopy(bytes, 0, content, magic.length, bytes.length);
        byte[] head = Arrays.copyOf(content, Math.min(content.length, Compression.HEAD));

        List<String> events = events(content, Compression.detect(head, "a.log"), HostSet.everyHost());

        assertThat(events.get(events.size() - 1)).startsWith("lines ");
    }

    @Provide
    Arbitrary<byte[]> magics() {
        return Arbitraries.of(
                new byte[] {0x1F, (byte) 0x8B, 8},
                new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0},
                new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD},
                new byte[] {'B', 'Z', 'h', '9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59});
    }

    @Provide
    Arbitrary<byte[]> damagedLogs() {
        Arbitrary<String> lines = Arbitraries.of(GOOD, OTHER, NO_HOST, "", "\r", "{FF}{FE}", "\0\0\0");
        Arbitrary<byte[]> logs = lines.list().ofMinSize(1).ofMaxSize(6).map(list -> Bytes.of(String.join("\n", list)));
        return logs.flatMap(log -> Arbitraries.integers()
                .between(0, Math.max(0, log.length - 1))
                .tuple2()
                .map(range -> damage(log, range.get1(), range.get2())));
    }

    /** Overwrites one byte, and cuts off what follows another. */
    private static byte[] damage(byte[] log, int at, int cut) {
        byte[] damaged = Arrays.copyOf(log, Math.max(1, Math.max(at, cut)));
        if (at < damaged.length) {
            damaged[at] = (byte) (damaged[at] * 31 + cut);
        }
        return damaged;
    }

    private static void assertReconciles(byte[] bytes) throws IOException {
        for (HostSet hosts : List.of(HostSet.everyHost(), HostSet.parse("example.org"))) {
            LogReader reader = reader(bytes, Compression.NONE, hosts);
            long hits = 0;
            long malformed = 0;
            LogReader.Step step = reader.next();
            while (step != LogReader.Step.ENDED) {
                hits += step == LogReader.Step.HIT ? 1 : 0;
                malformed += step == LogReader.Step.MALFORMED ? 1 : 0;
                step = reader.next();
            }
            assertThat(malformed).isEqualTo(reader.malformed());
            assertThat(hits + malformed + reader.skipped())
                    .isEqualTo(reader.lines())
                    .isEqualTo(Lines.naive(bytes).lines().size());
            assertThat(reader.bytesRead()).isEqualTo(bytes.length);
        }
    }

    private static List<String> events(String log, HostSet hosts) throws IOException {
        return events(log.getBytes(StandardCharsets.UTF_8), Compression.NONE, hosts);
    }

    private static List<String> events(byte[] log, Compression compression, HostSet hosts) throws IOException {
        List<String> events = new ArrayList<>();
        LogReader reader = reader(log, compression, hosts);
        LogReader.Step step = reader.next();
        while (step != LogReader.Step.ENDED) {
            switch (step) {
                case HIT -> events.add("hit");
                case MALFORMED, FILE_MALFORMED -> events.add(reader.reason().word());
                default -> assertThat(step).isEqualTo(LogReader.Step.WINDOW_ENDED);
            }
            step = reader.next();
        }
        events.add("skipped " + reader.skipped());
        events.add("lines " + reader.lines());
        return events;
    }

    private static LogReader reader(byte[] log, Compression compression, HostSet hosts) {
        LineScanner scanner = new LineScanner(Bytes.file(log), compression, LogSlice.whole());
        return new LogReader(scanner, Dialect.SQUID.parser(), hosts);
    }
}
