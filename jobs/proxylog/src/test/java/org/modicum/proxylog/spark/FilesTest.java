package org.modicum.proxylog.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modicum.proxylog.spark.TestSpark.SAMPLE;
import static org.modicum.proxylog.spark.TestSpark.lines;
import static org.modicum.proxylog.spark.TestSpark.rows;
import static org.modicum.proxylog.spark.TestSpark.squid;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    private static final String LINE =
            "1767600000.020 12 10.1.2.3 TCP_MISS/200 45 GET http://a%d.example/ bob HIER_DIRECT/192.0.2.7 text/html\n";

    @TempDir
    Path folder;

    private byte[] sample;

    @BeforeEach
    void readSample() throws IOException {
        sample = Files.readAllBytes(SAMPLE);
    }

    @Test
    void compressedFilesGiveTheSameRowsWhateverTheirName() throws IOException {
        List<String> expected = withoutFile(rows(squid(), SAMPLE.toString()));

        assertThat(withoutFile(rows(squid(), write("access.log.1.gz", gzip(sample)))))
                .isEqualTo(expected);
        assertThat(withoutFile(rows(squid(), write("gzip-named.log", gzip(sample)))))
                .isEqualTo(expected);
        assertThat(withoutFile(rows(squid(), write("plain-named.gz", sample)))).isEqualTo(expected);
        assertThat(withoutFile(rows(squid().option("splitBytes", 99), write("a.zst", Zstd.compress(sample)))))
                .isEqualTo(expected);
    }

    @Test
    void aCutOffFileGivesItsLinesAndARowThatNamesIt() throws IOException {
        byte[] file = gzip(sample);
        String path = write("cut.gz", Arrays.copyOf(file, file.length - 4));

        List<Row> rows = rows(squid(), path);

        Row report = rows.get(rows.size() - 1);
        assertThat(report.<String>getAs("outcome")).isEqualTo("malformed");
        assertThat(report.<Long>getAs("lines")).isZero();
        assertThat(report.<String>getAs("reason")).isEqualTo("corrupt_file");
        assertThat(report.<String>getAs("file")).isEqualTo(path);
        // The last line has no end, so that nobody can know whether it is whole.
        assertThat(lines(squid(), path)).isEqualTo(24);
        assertThat(report.<Long>getAs("offset")).isEqualTo(lastLineStart());
        assertThat(report.<Integer>getAs("length")).isEqualTo((int) (sample.length - lastLineStart()));
    }

    @Test
    void aPathThatNamesAFileComesBackAsGiven() throws IOException {
        String path = write("access.log", sample);
        String odd = write("odd [1] {a} name.log", sample);

        assertThat(files(path)).containsExactly(path);
        assertThat(files("file:" + path)).containsExactly("file:" + path);
        assertThat(files("file://" + path)).containsExactly("file://" + path);
        assertThat(files(folder + "/./access.log")).containsExactly(folder + "/./access.log");
        assertThat(files(odd)).containsExactly(odd);
    }

    @Test
    void aGlobOrFolderComesBackAsAbsolutePaths() throws IOException {
        String one = write("access.log", sample);
        String two = write("access.log.1.gz", gzip(sample));
        write(".hidden", sample);
        write("_SUCCESS", new byte[0]);

        assertThat(files(folder + "/access.log*")).containsExactly(one, two);
        assertThat(files(folder.toString())).containsExactly(one, two);
        assertThat(files("file:" + folder + "/acc*")).containsExactly("file:" + one, "file:" + two);
    }

    @Test
    void aFileThatTwoPathsMeanIsReadOnce() throws IOException {
        String path = write("access.log", sample);
        write("other.log", sample);

        assertThat(lines(squid(), path, folder + "/*.log", folder.toString())).isEqualTo(50);
    }

    @Test
    void anEmptyFileHasNoLinesAndAnEmptyCompressedOneIsCorrupt() throws IOException {
        assertThat(rows(squid(), write("empty.log", new byte[0]))).isEmpty();
        assertThat(rows(squid(), write("empty.gz", new byte[0])))
                .extracting(row -> row.<String>getAs("reason"))
                .containsExactly("corrupt_file");
    }

    @Test
    void rangesReadOnlyTheirPartOfTheirFile() throws IOException {
        byte[] log = log(100);
        long line = log.length / 100;
        String plain = write("plain.log", log);
        String zipped = write("zipped.gz", gzip(log));
        String whole = write("whole.log", log);
        String ranges = 10 * line + " " + 20 * line + " " + plain + "\n" + 60 * line + " -1 " + plain + "\n\n"
                + 95 * line + " -1 " + zipped + "\n";

        List<Row> rows =
                rows(squid().option("ranges", ranges).option("splitBytes", 3 * line + 1), plain, zipped, whole);

        assertThat(offsets(rows, plain, line)).containsExactly(range(10, 20, 60, 100));
        assertThat(offsets(rows, zipped, line)).containsExactly(range(95, 100));
        assertThat(offsets(rows, whole, line)).containsExactly(range(0, 100));
    }

    @Test
    void anEmptyRangeReadsNothing() throws IOException {
        String path = write("plain.log", log(3));

        assertThat(rows(squid().option("ranges", "5 5 " + path), path)).isEmpty();
    }

    @Test
    void aRangeThatTheFileDoesNotHaveIsReported() throws IOException {
        byte[] log = log(3);
        for (String path : List.of(write("plain.log", log), write("zipped.gz", gzip(log)))) {
            assertThat(reasons("0 " + (log.length + 1) + " " + path, path))
                    .containsExactly(null, null, null, "short_file");
            assertThat(reasons((log.length + 9) + " -1 " + path, path)).containsExactly("short_file");
            assertThat(reasons((log.length + 9) + " " + (log.length + 12) + " " + path, path))
                    .containsExactly("short_file");
            assertThat(reasons(log.length + " -1 " + path, path)).isEmpty();
        }
    }

    @Test
    void aRangeOfAStrangerIsRefused() throws IOException {
        String path = write("plain.log", log(3));

        assertThatThrownBy(() ->
                        squid().option("ranges", "0 5 /other.log").load(path).count())
                .hasMessageContaining("'ranges' names files that are not read: /other.log");
        assertThatThrownBy(() -> squid().option("ranges", "\n5 " + path).load(path))
                .hasMessageContaining("Option 'ranges', line 2: write 'from to path'");
        assertThatThrownBy(() -> squid().option("ranges", "9 5 " + path).load(path))
                .hasMessageContaining("the range ends (5) before it begins (9)");
    }

    private static List<String> reasons(String ranges, String path) {
        return rows(squid().option("ranges", ranges), path).stream()
                .map(row -> row.<String>getAs("reason"))
                .toList();
    }

    private static Long[] range(long... bounds) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            for (long n = bounds[i]; n < bounds[i + 1]; n++) {
                numbers.add(n);
            }
        }
        return numbers.toArray(Long[]::new);
    }

    private static List<Long> offsets(List<Row> rows, String file, long line) {
        return rows.stream()
                .filter(row -> row.getAs("file").equals(file))
                .map(row -> row.<Long>getAs("offset") / line)
                .toList();
    }

    private static List<String> files(String path) {
        return squid().load(path).select("file").distinct().orderBy("file").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static List<String> withoutFile(List<Row> rows) {
        return rows.stream()
                .map(row -> row.mkString("|").replace(row.<String>getAs("file"), ""))
                .toList();
    }

    private static byte[] log(int lines) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            log.append(LINE.formatted(i % 10));
        }
        return log.toString().getBytes(StandardCharsets.UTF_8);
    }

    private long lastLineStart() {
        return new String(sample, StandardCharsets.ISO_8859_1).lastIndexOf('\n') + 1L;
    }

    private String write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
            gzip.write(content);
        }
        return file.toByteArray();
    }
}
