package org.modicum.proxylog.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.modicum.proxylog.spark.TestSpark.rows;
import static org.modicum.proxylog.spark.TestSpark.squid;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs a Squid on loopback, lets people with hard names through it, and reads the log that it writes. */
@Timeout(60)
class RealSquidTest {
    private static final Path SQUID = Path.of("/usr/sbin/squid");

    @TempDir
    Path folder;

    private HttpServer origin;

    @BeforeEach
    void startOrigin() throws IOException {
        assumeTrue(
                Files.isExecutable(SQUID), "No " + SQUID + " here: install Debian's package squid to run this test.");
        // The wildcard address answers on 127.0.0.1 and, where there is one, on ::1.
        origin = HttpServer.create(new InetSocketAddress(0), 0);
        origin.createContext("/", exchange -> {
            byte[] page = "<p>hello".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        origin.start();
    }

    @AfterEach
    void stopOrigin() {
        if (origin != null) {
            origin.stop(0);
        }
    }

    @Test
    void readsWhatARealSquidWrites() throws Exception {
        int port = origin.getAddress().getPort();
        String host = "127.0.0.1:" + port;
        Path log;
        try (LoopbackSquid squid = LoopbackSquid.start(SQUID, folder)) {
            squid.get("http://" + host + "/news?secret=1", "campus\\bob", "right");
            squid.get("http://" + host + "/", "carol@worc.ac.uk", "right");
            squid.get("http://" + host + "/", "zoë", "right");
            squid.get("http://" + host + "/", "dave smith", "right");
            squid.get("http://" + host + "/", "100% [x]", "right");
            squid.get("http://" + host + "/", "al HIER_DIRECT/192.0.2.9 text/html", "right");
            squid.get("http://" + host + "/", "bob", "wrong");
            squid.get("http://" + host + "/", null, null);
            squid.connect(host, "dave smith", "right");
            squid.sendNonsense();
            if (hasIpv6()) {
                squid.get("http://[::1]:" + port + "/six", "erin", "right");
            }
            log = squid.stop();
        }

        List<Row> rows = rows(squid(), log.toString());

        assertThat(rows)
                .allSatisfy(row -> assertThat(row.<String>getAs("outcome")).isEqualTo("hit"));
        assertThat(rows)
                .filteredOn(row -> row.getAs("user") != null || row.<Integer>getAs("status") == 407)
                .extracting(
                        row -> row.getAs("user"),
                        row -> row.getAs("status"),
                        row -> row.getAs("method"),
                        row -> row.getAs("host"),
                        row -> row.getAs("path"),
                        row -> row.getAs("content_type"))
                .contains(
                        tuple("campus\\bob", 200, "GET", "127.0.0.1", "/news", "text/html"),
                        tuple("carol@worc.ac.uk", 200, "GET", "127.0.0.1", "/", "text/html"),
                        tuple("zoë", 200, "GET", "127.0.0.1", "/", "text/html"),
                        tuple("dave smith", 200, "GET", "127.0.0.1", "/", "text/html"),
                        tuple("100% [x]", 200, "GET", "127.0.0.1", "/", "text/html"),
                        tuple("al HIER_DIRECT/192.0.2.9 text/html", 200, "GET", "127.0.0.1", "/", "text/html"),
                        tuple("bob", 407, "GET", "127.0.0.1", "/", "text/html"),
                        tuple(null, 407, "GET", "127.0.0.1", "/", "text/html"),
                        tuple("dave smith", 200, "CONNECT", "127.0.0.1", null, null));
        assertThat(rows)
                .filteredOn(row -> "CONNECT".equals(row.getAs("method")))
                .extracting(row -> row.getAs("result"), row -> row.getAs("port"))
                .containsExactly(tuple("TCP_TUNNEL", port));
        if (hasIpv6()) {
            assertThat(rows)
                    .filteredOn(row -> "erin".equals(row.getAs("user")))
                    .extracting(row -> row.getAs("host"), row -> row.getAs("port"), row -> row.getAs("path"))
                    .containsExactly(tuple("::1", port, "/six"));
        }
        assertThat(rows).hasSize(hasIpv6() ? 11 : 10);
    }

    private static boolean hasIpv6() throws IOException {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByName("::1")) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
