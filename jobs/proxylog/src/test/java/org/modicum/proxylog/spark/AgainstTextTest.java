package org.modicum.proxylog.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modicum.proxylog.spark.TestSpark.session;
import static org.modicum.proxylog.spark.TestSpark.squid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same log read as text by Spark and taken apart by a regular expression. */
class AgainstTextTest {
    private static final Pattern LINE = Pattern.compile("(\\d{1,11})\\.(\\d{3}) +(-?\\d+) +(\\S+) +([A-Z_]+)/(\\d{3}) +"
            + "(\\d+) +(\\S+) +(\\S+) (.+) ((?:HIER_[A-Z]+|FIRSTUP_PARENT)/\\S+) (\\S+)(?: .*)?");

    @TempDir
    Path folder;

    @Test
    void givesTheSameHits() throws IOException {
        Path log = folder.resolve("access.log");
        Files.writeString(log, log(20_000), StandardCharsets.UTF_8);

        List<String> expected = session().read().text(log.toString()).collectAsList().stream()
                .flatMap(row -> parse(row.getString(0)))
                .sorted()
                .toList();
        List<Row> rows = squid().option("splitBytes", 300_001)
                .load(log.toString())
                .where("outcome = 'hit'")
                .selectExpr(
                        "unix_millis(time)",
                        "elapsed_ms",
                        "client",
                        "result",
                        "status",
                        "bytes",
                        "method",
                        "user",
                        "hierarchy",
                        "content_type")
                .collectAsList();

        assertThat(rows.stream().map(row -> row.mkString("|")).sorted().toList())
                .isEqualTo(expected);
        assertThat(expected).hasSizeBetween(15_000, 19_999);
    }

    private static Stream<String> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Stream.of(String.join(
                        "|",
                        matcher.group(1) + matcher.group(2),
                        String.valueOf(Long.parseLong(matcher.group(3))),
                        matcher.group(4),
                        matcher.group(5),
                        String.valueOf(Integer.parseInt(matcher.group(6))),
                        matcher.group(7),
                        matcher.group(8),
                        matcher.group(10).equals("-")
                                ? "null"
                                : matcher.group(10).replace("\\\\", "\\"),
                        matcher.group(11),
                        matcher.group(12).equals("-") ? "null" : matcher.group(12)))
                : Stream.empty();
    }

    private static String log(int lines) {
        Random random = new Random(5);
        String[] users = {
            "bob", "-", "dave smith", "campus\\\\carol", "erin@worc.example", "a HIER_NONE/- b", "CAMPUS/x -"
        };
        String[] urls = {"http://a.example/x?", "www.facebook.com:443", "http://[2001:db8::1]/", "error:invalid-request"
        };
        String[] ends = {" HIER_DIRECT/192.0.2.7 text/html", " HIER_NONE/- -", " FIRSTUP_PARENT/p image/png", "", " -"};
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            // Every tenth line lacks its end.
            int end = random.nextInt(10) == 0 ? 3 + random.nextInt(2) : random.nextInt(3);
            log.append("%d.%03d %6d 10.1.2.%d TCP_MISS/%03d %d GET %s %s%s%n"
                    .formatted(
                            1767600000 + i,
                            random.nextInt(1000),
                            random.nextInt(2_000_000) - 10,
                            random.nextInt(256),
                            random.nextInt(600),
                            random.nextInt(1_000_000),
                            urls[random.nextInt(urls.length)],
                            users[random.nextInt(users.length)],
                            ends[end]));
        }
        return log.toString();
    }
}
