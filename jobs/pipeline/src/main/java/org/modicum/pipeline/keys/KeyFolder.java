package org.modicum.pipeline.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HexFormat;
import java.util.Set;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.home.Home;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.pseudonym.WeekKey;

/**
 * The secret keys of an installation, one file each, outside the warehouse (R20, R21): a key for every ISO week's
 * pseudonyms and one for the fingerprints of log files. A key is made at its first use from a secure random source, 256
 * bits, mode 0600, and never leaves the driver's memory.
 */
public final class KeyFolder {
    private final Path folder;

    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** The week's key; made now if there is none. */
    public byte[] ofWeek(IsoWeek week) {
        return key(week + ".key");
    }

    /**
     * The key of a week of which activity is held. A new one in its place would make everybody a stranger.
     *
     * @throws ExitException with {@link ExitCode#NOT_PERMITTED} when it is gone
     */
    public byte[] existing(IsoWeek week) {
        if (!has(week)) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "Activity of " + week + " is held, but its key " + file(week)
                            + " is gone. Restore it from your backup of the keys; without it the week can neither be"
                            + " added to nor released.");
        }
        return ofWeek(week);
    }

    /** Whether the week's key is still there. */
    public boolean has(IsoWeek week) {
        return Files.exists(file(week));
    }

    /** Where the week's key is. */
    public Path file(IsoWeek week) {
        return folder.resolve(week + ".key");
    }

    /**
     * Makes the week's key unreadable and removes it. What a disk keeps of overwritten bytes is beyond it.
     *
     * @throws UncheckedIOException if it is still there
     */
    public void destroy(IsoWeek week) {
        Path file = file(week);
        try {
            if (Files.exists(file)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.allocate((int) channel.size()));
                    channel.force(true);
                }
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " could not be destroyed", e);
        }
    }

    public byte[] ofFingerprints() {
        return key("fingerprints.key");
    }

    private byte[] key(String name) {
        try {
            new Home(folder).create(folder);
            Path file = folder.resolve(name);
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + folder.resolve(name) + " could not be read or made", e);
        }
    }

    private static byte[] make(Path file) throws IOException {
        byte[] key = WeekKey.generate().bytes();
        AtomicFile.write(
                file, HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII), AtomicFile.OWNER_ONLY);
        return key;
    }

    private static byte[] read(Path file) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        if (!AtomicFile.OWNER_ONLY.containsAll(mode)) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "The key file " + file + " can be read by others than its owner. Mend it: chmod 600 " + file);
        }
        String text = Files.readString(file).strip();
        if (text.length() != 2 * WeekKey.BYTES) {
            throw new ExitException(
                    ExitCode.NOT_PERMITTED,
                    "The key file " + file + " is damaged (" + 2 * WeekKey.BYTES
                            + " hexadecimal digits expected). Restore it from your backup of the keys.");
        }
        return HexFormat.of().parseHex(text);
    }
}
