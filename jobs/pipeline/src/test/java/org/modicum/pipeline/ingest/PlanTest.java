package org.modicum.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Which bytes of which file are new, told by content. Files are held in memory; compressed content stands for any. */
class PlanTest {
    private final Fingerprint fingerprint = new Fingerprint(new byte[32]);
    private final Map<String, Known> ledger = new HashMap<>();

    @Test
    void aNewFileIsReadFromItsFirstByteToItsLastLineEnd() {
        assertThat(night(file("access.log", "one\ntwo\nthr"))).containsExactly("access.log: one\ntwo\n");
    }

    @Test
    void aGrownFileIsReadFromWhereItEnded() {
        night(file("access.log", "one\ntwo\nthr"));

        assertThat(night(file("access.log", "one\ntwo\nthree\n"))).containsExactly("access.log: three\n");
    }

    @Test
    void aRenamedFileIsNotReadAgain() {
        night(file("access.log", lines(1, 5000)));

        assertThat(night(file("access.log.1", lines(1, 5000)))).isEmpty();
    }

    @Test
    void aRotatedFileAndItsSuccessorAreTwoContents() {
        night(file("access.log", lines(1, 5000)));

        assertThat(night(file("access.log.1", lines(1, 5100)), file("access.log", lines(5101, 5110))))
                .containsExactlyInAnyOrder("access.log.1: " + lines(5001, 5100), "access.log: " + lines(5101, 5110));
    }

    @Test
    void aCompressedCopyIsReadOnlyBeyondWhatWasReadPlain() {
        night(file("access.log", lines(1, 5000)));

        assertThat(night(compressed("access.log.1.gz", lines(1, 5100))))
                .containsExactly("access.log.1.gz: " + lines(5001, 5100));
    }

    @Test
    void aCopyWithItsEndMissingGivesNothingNew() {
        night(file("access.log", lines(1, 5000)));

        assertThat(night(file("copy.log", lines(1, 3000)))).isEmpty();
    }

    @Test
    void aFileFirstSeenWithOneLineIsTheSameWhenItHasGrown() {
        night(file("access.log", "one\n"));

        assertThat(night(compressed("access.log.1.gz", "one\n" + lines(1, 5000))))
                .containsExactly("access.log.1.gz: " + lines(1, 5000));
    }

    @Test
    void twoFilesThatBeginAlikeAreBothReadAndTheirBeginningOnlyOnce() {
        String same = lines(1, 2000);
        night(file("a.log", same + "left\n" + lines(5000, 8000)));

        List<String> second = night(file("b.log", same + "right\n" + lines(5000, 8000)));

        assertThat(second).hasSize(1);
        assertThat(second.get(0)).endsWith("right\n" + lines(5000, 8000)).doesNotContain(lines(1, 1));
    }

    @Test
    void twoCopiesInOneNightAreReadOnce() {
        assertThat(night(file("a.log", lines(1, 900)), file("b.log", lines(1, 800)), compressed("c.gz", lines(1, 900))))
                .hasSize(1);
    }

    @Test
    void anEmptiedFileThatStartsAnewIsReadFromItsStart() {
        night(file("access.log", lines(1, 5000)));

        assertThat(night(file("access.log", lines(7000, 7001)))).containsExactly("access.log: " + lines(7000, 7001));
    }

    @Test
    void aLineThatIsCutOffByTheEndOfACompressedFileCounts() {
        assertThat(night(compressed("access.log.gz", "one\ntw"))).containsExactly("access.log.gz: one\ntw");
    }

    @Property(tries = 200)
    void everyLineIsReadOnceHoweverTheLogIsFed(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        ledger.clear();
        Random random = new Random(seed);
        String log = lines(seed, seed + 1 + random.nextInt(400));
        StringBuilder read = new StringBuilder();
        int length = 0;
        while (length < log.length()) {
            length = Math.min(log.length(), length + 1 + random.nextInt(log.length()));
            List<Plan.Candidate> files = new ArrayList<>();
            String content = log.substring(0, length);
            files.add(random.nextBoolean() ? file("access.log", content) : file("access.log.1", content));
            if (random.nextBoolean()) {
                files.add(file("copy", content.substring(0, random.nextInt(content.length()))));
            }
            for (String piece : night(files.toArray(Plan.Candidate[]::new))) {
                read.append(piece.substring(piece.indexOf(": ") + 2));
            }
        }

        assertThat(read.toString()).isEqualTo(log);
    }

    private List<String> night(Plan.Candidate... files) {
        Map<String, String> texts = new HashMap<>();
        for (Plan.Candidate file : files) {
            texts.put(file.file(), ((Text) file.content()).text());
        }
        List<String> read = new ArrayList<>();
        for (Reading reading : new Plan("campus", ledger.values()).readings(List.of(files))) {
            ledger.put(reading.content(), new Known(reading.content(), reading.to(), reading.marks()));
            if (reading.hasNews()) {
                read.add(reading.file() + ": "
                        + texts.get(reading.file()).substring((int) reading.from(), (int) reading.to()));
            }
        }
        return read;
    }

    private Plan.Candidate file(String name, String text) {
        return new Plan.Candidate(name, new Text(text, text.lastIndexOf('\n') + 1L, markable(text)), Optional.empty());
    }

    private Plan.Candidate compressed(String name, String text) {
        return new Plan.Candidate(name, new Text(text, text.length(), markable(text)), Optional.of(name));
    }

    private Content markable(String text) {
        TreeSet<Long> every = new TreeSet<>();
        ledger.values().forEach(known -> every.addAll(known.marks().keySet()));
        every.add((long) text.lastIndexOf('\n') + 1);
        return new CompressedContent(
                () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), every, fingerprint);
    }

    private static String lines(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i <= to; i++) {
            lines.append(1_772_525_000 + i)
                    .append(".123    250 192.0.2.7 TCP_TUNNEL/200 4821 CONNECT example.org:443\n");
        }
        return lines.toString();
    }

    private record Text(String text, long settledLength, Content marks) implements Content {
        @Override
        public long length() {
            return text.length();
        }

        @Override
        public boolean damaged() {
            return false;
        }

        @Override
        public long lineStart(long offset) {
            return marks.lineStart(offset);
        }

        @Override
        public Optional<String> markAt(long offset) {
            return marks.markAt(offset);
        }
    }
}
