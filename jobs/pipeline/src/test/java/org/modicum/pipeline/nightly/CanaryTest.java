package org.modicum.pipeline.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is in the log cannot be found in anything that Modicum writes or says. */
class CanaryTest {
    private static final List<String> CANARIES =
            List.of("canary.user", "canary.unknown", "192.0.2.77", "canary-path", "canary-query", "canary-agent");

    @TempDir
    Path folder;

    @Test
    void noByteUnderTheHomeAndNoOutputHoldsAUserNameAnAddressOrAPath() throws IOException {
        Path university = TestSite.university(folder.resolve("university"), 40, 7);
        Files.writeString(
                university.resolve("staff.csv"),
                Files.readString(university.resolve("staff.csv"))
                        + "canary.user,Canaries,Birds,m.jones,,2020-01-01,\n");
        TestSite site = TestSite.at(folder.resolve("site"), university);
        Files.writeString(
                site.log("access.log"),
                Files.readString(university.resolve("access.log"), StandardCharsets.ISO_8859_1) + canaryLines());

        TestSite.Outcome outcome = site.nightly(TestSite.AFTER_FIRST_WEEK);

        assertThat(outcome.code()).isZero();
        assertThat(clean(outcome.out() + outcome.err())).isTrue();
        assertThat(filesWithCanaries(site.home())).isEmpty();
    }

    @Test
    void theSearchFindsACanaryWhereThereIsOne() throws IOException {
        Files.writeString(folder.resolve("leak.txt"), "user=Canary.User");

        assertThat(filesWithCanaries(folder)).containsExactly("leak.txt");
    }

    private static String canaryLines() {
        StringBuilder lines = new StringBuilder();
        for (int second = 0; second < 600; second += 5) {
            lines.append("17725392")
                    .append(String.format(Locale.ROOT, "%02d", second % 100))
                    .append(
                            ".123    250 192.0.2.77 TCP_MISS/200 48211 GET http://www.facebook.com/canary-path?canary-query ")
                    .append(second % 2 == 0 ? "canary.user" : "canary.unknown")
                    .append(" HIER_DIRECT/192.0.2.1 text/html\n");
        }
        return lines + "canary.user 192.0.2.77 canary-path a malformed line\n";
    }

    private static List<String> filesWithCanaries(Path root) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                String decoded = file.toString().endsWith(".parquet") ? decoded(file) : "";
                if (!clean(raw + decoded + file)) {
                    found.add(root.relativize(file).toString());
                }
            }
        }
        return found;
    }

    private static boolean clean(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return CANARIES.stream().noneMatch(lower::contains);
    }

    private static String decoded(Path parquet) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(parquet.toUri()))
                .withConf(new Configuration())
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                text.append(row).append('\n');
            }
        }
        return text.toString();
    }
}
