package org.modicum.proxylog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A hit written as Squid writes it is read as it was. */
class RenderedHitTest {
    @Property(tries = 3000)
    void readsBackWhatSquidWouldWrite(@ForAll("hits") Hit hit, @ForAll("extras") List<String> extras) {
        byte[] line = (hit.render() + extras.stream().map(word -> " " + word).collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
        LineFields fields = new LineFields();

        assertThat(Dialect.SQUID.parser().parse(line, 0, line.length, fields)).isTrue();

        assertThat(Hit.of(line, fields)).isEqualTo(hit);
    }

    @Provide
    Arbitrary<Hit> hits() {
        Arbitrary<String> hosts = Arbitraries.of("a.example", "www.example.org", "192.0.2.7", "2001:db8::1");
        Arbitrary<Long> ports = Arbitraries.longs().between(0, 65_535).injectNull(0.5);
        Arbitrary<String> types =
                Arbitraries.of("text/html", "image/svg+xml", "html").injectNull(0.3);
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000_000L),
                        Arbitraries.longs().between(-10, 10_000_000_000L),
                        hosts,
                        ports,
                        paths(),
                        users().injectNull(0.2),
                        Arbitraries.of("HIER_DIRECT/192.0.2.7", "HIER_NONE/-", "DIRECT/a.example", "TIMEOUT_CARP/p"),
                        types)
                .as(Hit::new);
    }

    @Provide
    Arbitrary<List<String>> extras() {
        return Arbitraries.of("-", "17", "\"Mozilla/5.0", "(X11;", "text/html", "", "TCP_MISS/200")
                .list()
                .ofMaxSize(5);
    }

    private static Arbitrary<String> users() {
        Arbitrary<String> parts = Arbitraries.of(
                "bob",
                " ",
                "\\",
                "@",
                "%",
                "%41",
                "ë",
                "[",
                "HIER_DIRECT/1",
                "HIER_NONE/-",
                "text/html",
                "-",
                "😀",
                "\"");
        return parts.list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(list -> String.join("", list))
                .filter(user -> !user.equals("-"));
    }

    private static Arbitrary<String> paths() {
        return Arbitraries.of("/a", "/%20", "/ë", "/<b>", "/HIER_NONE/-", "/@", "/:")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(list -> String.join("", list))
                .injectNull(0.3);
    }

    /** A hit in plain values; a path of null makes it a tunnel. */
    record Hit(
            long time,
            long elapsed,
            String host,
            Long port,
            String path,
            String user,
            String hierarchy,
            String contentType) {
        static Hit of(byte[] line, LineFields fields) {
            TextDecoder decoder = new TextDecoder();
            return new Hit(
                    fields.timeMillis(),
                    fields.elapsedMillis(),
                    decoder.string(line, fields, Text.HOST),
                    fields.port() == LineFields.ABSENT ? null : fields.port(),
                    decoder.string(line, fields, Text.PATH),
                    decoder.string(line, fields, Text.USER),
                    decoder.string(line, fields, Text.HIERARCHY),
                    decoder.string(line, fields, Text.CONTENT_TYPE));
        }

        String render() {
            String authority = (host.contains(":") ? "[" + host + "]" : host) + (port == null ? "" : ":" + port);
            return "%d.%03d %6d 10.1.2.3 TCP_MISS/200 17 %s %s %s %s"
                    .formatted(
                            time / 1000,
                            time % 1000,
                            elapsed,
                            path == null ? "CONNECT" : "GET",
                            path == null ? authority : "http://" + authority + path + "?",
                            user == null ? "-" : escape(user),
                            hierarchy + " " + (contentType == null ? "-" : contentType));
        }

        /** Format::QuoteMimeBlob of Squid 5, whose output "%[un" is. */
        private static String escape(String user) {
            StringBuilder escaped = new StringBuilder();
            for (byte b : user.getBytes(StandardCharsets.UTF_8)) {
                if (b < 0x20 || b == 0x7F || b == '%' || b == '[' || b == ']') {
                    escaped.append("%%%02x".formatted(b & 0xFF));
                } else {
                    escaped.append(b == '\\' ? "\\\\" : String.valueOf((char) b));
                }
            }
            return escaped.toString();
        }
    }
}
