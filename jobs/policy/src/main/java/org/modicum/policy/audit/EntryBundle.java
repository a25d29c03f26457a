package org.modicum.policy.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Up to 256 entries in one file, each after its length in two bytes, the higher first (C2SP tlog-tiles). */
public final class EntryBundle {

    /** What two bytes can count. */
    public static final int LONGEST_ENTRY = 65_535;

    private EntryBundle() {}

    /** @throws AuditException if there are too many entries or one is too long */
    public static byte[] encode(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > TilePath.WIDTH) {
            throw new AuditException("A bundle has 1 to " + TilePath.WIDTH + " entries, not " + entries.size());
        }
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw new AuditException("An entry has at most " + LONGEST_ENTRY + " bytes, not " + entry.length
                        + "; log large things by their digest");
            }
            bundle.write(entry.length >>> Byte.SIZE);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /**
     * @param width how many entries there must be
     * @throws AuditException if there are more or fewer, or the last one is cut off
     */
    public static List<byte[]> parse(byte[] bundle, int width) {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        while (rest.hasRemaining()) {
            if (rest.remaining() < Short.BYTES) {
                throw cutOff(entries);
            }
            int length = Short.toUnsignedInt(rest.getShort());
            if (rest.remaining() < length) {
                throw cutOff(entries);
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        if (entries.size() != width) {
            throw new AuditException("The bundle has " + entries.size() + " entries, not " + width);
        }
        return entries;
    }

    private static AuditException cutOff(List<byte[]> entries) {
        return new AuditException("The bundle is cut off after " + entries.size() + " entries");
    }
}
