package org.modicum.proxylog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressionTest {
    private static final byte[] LOG = log(3000);

    @ParameterizedTest
    @EnumSource
    void givesTheSameLinesAsThePlainFile(Compression compression) throws IOException {
        assertThat(read(compress(compression, LOG), LogSlice.whole())).isEqualTo(Lines.naive(LOG));
    }

    @ParameterizedTest
    @EnumSource
    void joinedMembersAreOneFile(Compression compression) throws IOException {
        byte[] joined = join(
                compress(compression, Arrays.copyOf(LOG, 777)),
                compress(compression, new byte[0]),
                compress(compression, Arrays.copyOfRange(LOG, 777, LOG.length)));

        assertThat(read(joined, LogSlice.whole())).isEqualTo(Lines.naive(LOG));
    }

    @ParameterizedTest
    @EnumSource
    void aRangeIsOfTheDecompressedBytes(Compression compression) throws IOException {
        byte[] file = compress(compression, LOG);
        List<Lines.Line> all = Lines.naive(LOG).lines();
        long from = all.get(1000).offset();
        long to = all.get(2000).offset();

        assertThat(read(file, new LogSlice(from, to, to, true)).lines()).isEqualTo(all.subList(1000, 2000));
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aRangeBehindTheEndIsReportedAsShort(Compression compression) throws IOException {
        byte[] file = compress(compression, LOG);
        for (long to : new long[] {LOG.length + 2, LogSlice.OPEN}) {
            LineScanner scanner =
                    new LineScanner(Bytes.file(file), compression, new LogSlice(LOG.length + 1, to, to, true));

            assertThat(Lines.scanned(scanner).lines()).isEmpty();
            assertThat(scanner.isShort()).isTrue();
            assertThat(scanner.position()).isEqualTo(LOG.length);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aFileCutOffAnywhereGivesItsFirstLinesAndSaysSo(Compression compression) throws IOException {
        byte[] file = compress(compression, LOG);
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            int length = i < 20 ? i : i < 30 ? file.length - 30 + i : random.nextInt(file.length);
            LineScanner scanner =
                    new LineScanner(Bytes.file(Arrays.copyOf(file, length)), compression, LogSlice.whole());

            assertGivesFirstLinesAndSaysSo(scanner, length);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aDamagedFileIsNeverTakenForAWholeOne(Compression compression) throws IOException {
        byte[] file = compress(compression, LOG);
        Random random = new Random(2);
        for (int i = 0; i < 40; i++) {
            byte[] damaged = file.clone();
            int at = 20 + random.nextInt(file.length - 20);
            for (int k = at; k < Math.min(at + 8, damaged.length); k++) {
                damaged[k] ^= 0x5A;
            }
            LineScanner scanner = new LineScanner(Bytes.file(damaged), compression, LogSlice.whole());

            Lines.scanned(scanner);

            assertThat(scanner.isCorrupt()).isTrue();
        }
    }

    @Test
    void mostOfACutOffFileIsRead() throws IOException {
        byte[] log = log(200_000);
        for (Compression compression : List.of(Compression.GZIP, Compression.ZSTD, Compression.BZIP2)) {
            byte[] file = compress(compression, log);
            LineScanner scanner =
                    new LineScanner(Bytes.file(Arrays.copyOf(file, file.length - 20)), compression, LogSlice.whole());

            int lines = Lines.scanned(scanner).lines().size();

            assertThat(scanner.isCorrupt()).isTrue();
            // bzip2 decodes blocks of 900 kB, zstd blocks of 128 KiB: what is cut into cannot be read.
            assertThat(lines).as(compression.name()).isGreaterThan(185_000);
        }
    }

    @Test
    void zerosAfterGzipArePaddingAndAnythingElseIsDamage() throws IOException {
        byte[] file = compress(Compression.GZIP, LOG);

        assertThat(scan(join(file, new byte[512]), Compression.GZIP).isCorrupt())
                .isFalse();
        assertThat(scan(join(file, new byte[] {1, 2, 3}), Compression.GZIP).isCorrupt())
                .isTrue();
    }

    @Test
    void gzipWithEveryOptionalHeaderFieldIsRead() throws IOException {
        byte[] plain = compress(Compression.GZIP, LOG);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(plain, 0, 3);
        file.write(2 | 4 | 8 | 16);
        file.write(plain, 4, 6);
        file.writeBytes(new byte[] {3, 0, 7, 7, 7});
        file.writeBytes("access.log\0a comment\0".getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(new byte[] {1, 2});
        file.write(plain, 10, plain.length - 10);

        assertThat(read(file.toByteArray(), LogSlice.whole())).isEqualTo(Lines.naive(LOG));
    }

    @Test
    void zstdSkipsSkippableFrames() throws IOException {
        byte[] skippable = {0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 9, 9, 9};

        assertThat(read(join(skippable, compress(Compression.ZSTD, LOG)), LogSlice.whole()))
                .isEqualTo(Lines.naive(LOG));
    }

    @ParameterizedTest
    @EnumSource
    void aFileSystemThatFailsIsNotDamage(Compression compression) throws IOException {
        byte[] file = compress(compression, LOG);
        LogFile failing = position -> new InputStream() {
            private final InputStream first = new ByteArrayInputStream(file, 0, 100);

            @Override
            public int read() throws IOException {
                int b = first.read();
                if (b < 0) {
                    throw new IOException("the disk is on fire");
                }
                return b;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int b = read();
                bytes[from] = (byte) b;
                return 1;
            }
        };
        LineScanner scanner = new LineScanner(failing, compression, LogSlice.whole());

        assertThatThrownBy(() -> Lines.scanned(scanner)).hasMessage("the disk is on fire");
    }

    @Test
    void contentTellsAndNotTheName() throws IOException {
        for (Compression compression : Compression.values()) {
            byte[] head = Arrays.copyOf(compress(compression, LOG), Compression.HEAD);
            for (String name : List.of("access.log", "access.log.gz", "access.log.bz2", "access.log.zst")) {
                assertThat(Compression.detect(head, name)).isEqualTo(compression);
            }
        }
    }

    @Test
    void theNameTellsWhenThereIsTooLittleContent() {
        assertThat(Compression.detect(new byte[0], "access.log.gz")).isEqualTo(Compression.GZIP);
        assertThat(Compression.detect(new byte[] {'B', 'Z'}, "access.log.BZ2")).isEqualTo(Compression.BZIP2);
        assertThat(Compression.detect(new byte[] {0x28}, "access.log.zst")).isEqualTo(Compression.ZSTD);
        assertThat(Compression.detect(new byte[0], "access.log")).isEqualTo(Compression.NONE);
    }

    private static void assertGivesFirstLinesAndSaysSo(LineScanner scanner, int length) throws IOException {
        List<Lines.Line> all = Lines.naive(LOG).lines();

        List<Lines.Line> lines = Lines.scanned(scanner).lines();

        assertThat(scanner.isCorrupt()).as("cut off after %d bytes", length).isTrue();
        assertThat(lines).isEqualTo(all.subList(0, lines.size()));
        long next = lines.size() < all.size() ? all.get(lines.size()).offset() : LOG.length;
        assertThat(scanner.position()).isEqualTo(next);
        assertThat(scanner.unused()).isBetween(0L, 300L);
    }

    private static LineScanner scan(byte[] file, Compression compression) throws IOException {
        LineScanner scanner = new LineScanner(Bytes.file(file), compression, LogSlice.whole());
        assertThat(Lines.scanned(scanner)).isEqualTo(Lines.naive(LOG));
        return scanner;
    }

    private static Lines read(byte[] file, LogSlice slice) throws IOException {
        Compression compression = Compression.detect(Arrays.copyOf(file, Compression.HEAD), "access.log");
        LineScanner scanner = new LineScanner(Bytes.file(file), compression, slice);
        Lines lines = Lines.scanned(scanner);
        assertThat(scanner.isCorrupt()).isFalse();
        return lines;
    }

    private static byte[] compress(Compression compression, byte[] content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        switch (compression) {
            case NONE -> file.writeBytes(content);
            case GZIP -> write(new GZIPOutputStream(file), content);
            case BZIP2 -> write(new BZip2CompressorOutputStream(file), content);
            case ZSTD -> write(new ZstdOutputStream(file).setChecksum(true), content);
        }
        return file.toByteArray();
    }

    private static void write(OutputStream out, byte[] content) throws IOException {
        try (out) {
            out.write(content);
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] log(int lines) {
        Random random = new Random(3);
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            log.append("1767600000.%03d %6d 10.1.2.3 TCP_MISS/200 %d GET http://www.example.org/%s bob HIER_NONE/- -\n"
                    .formatted(i % 1000, i, random.nextInt(), Long.toHexString(random.nextLong())));
        }
        return log.toString().getBytes(StandardCharsets.UTF_8);
    }
}
