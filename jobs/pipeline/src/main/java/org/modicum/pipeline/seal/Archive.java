package org.modicum.pipeline.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Several files as one zip file, filled up with an entry of zeros to a power of two of at least {@value #LEAST} bytes: a
 * file that says that nobody is above is as large as one that names a few people.
 */
public final class Archive {
    /** Bytes of the smallest archive. */
    public static final int LEAST = 1 << 16;

    private static final String PADDING = "padding";

    /** Bytes that zip adds for an entry: two headers (APPNOTE 4.3.7, 4.3.12), and its name in each. */
    private static final int OVERHEAD = 30 + 46 + 2 * PADDING.length();

    /** The first moment that zip can write: when the archive was made stands in its files. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Archive() {}

    public static byte[] of(Map<String, byte[]> files) {
        int bare = zip(files, -1).length + OVERHEAD;
        int size = LEAST;
        while (size < bare) {
            size *= 2;
        }
        return zip(files, size - bare);
    }

    /**
     * The files of an archive, without its padding.
     *
     * @throws IllegalArgumentException if an entry would leave the folder that it is unpacked to
     */
    public static Map<String, byte[]> read(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().matches("[a-z][a-z.-]*")) {
                    throw new IllegalArgumentException("The archive is none that Modicum makes");
                }
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The archive is damaged", e);
        }
        files.remove(PADDING);
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files, int padding) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, new ZipEntry(file.getKey()), file.getValue());
            }
            if (padding >= 0) {
                put(zip, stored(padding), new byte[padding]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The archive could not be made in memory", e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, ZipEntry entry, byte[] content) throws IOException {
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static ZipEntry stored(int size) {
        CRC32 crc = new CRC32();
        crc.update(new byte[size]);
        ZipEntry entry = new ZipEntry(PADDING);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCrc(crc.getValue());
        return entry;
    }
}
