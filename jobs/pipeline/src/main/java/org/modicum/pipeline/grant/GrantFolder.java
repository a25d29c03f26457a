package org.modicum.pipeline.grant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.home.Home;
import org.modicum.policy.grant.CaseReference;

/**
 * What an installation was handed: {@code registry.json}, {@code revocations.json}, and in {@code live/} one file per
 * grant, named by case reference and the beginning of the grant's digest. Nothing in it is believed because it is there.
 */
public record GrantFolder(Path folder) {
    private static final String REGISTRY = "registry.json";
    private static final String REVOCATIONS = "revocations.json";
    private static final String LIVE = "live";
    private static final int DIGITS = 16;

    /** More is no document of this kind; the verifier would refuse it unread. */
    private static final long MOST_BYTES = 1 << 20;

    public Optional<byte[]> registry() {
        return read(REGISTRY);
    }

    public Optional<byte[]> revocations() {
        return read(REVOCATIONS);
    }

    /** The files of all grants that were handed in, in the order of their names, without {@link #unreadable}. */
    public List<Path> grants() {
        return live().stream().filter(GrantFolder::canBeRead).toList();
    }

    /** How many files are in the way among the grants that cannot be read as one: folders, pipes, what is too large. */
    public int unreadable() {
        return live().size() - grants().size();
    }

    private static boolean canBeRead(Path file) {
        return Files.isRegularFile(file)
                && Files.isReadable(file)
                && file.toFile().length() <= MOST_BYTES;
    }

    private List<Path> live() {
        Path live = folder.resolve(LIVE);
        if (!Files.isDirectory(live)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(live)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + live + " could not be listed", e);
        }
    }

    void putRegistry(byte[] envelope) {
        write(folder.resolve(REGISTRY), envelope);
    }

    void putRevocations(byte[] envelope) {
        write(folder.resolve(REVOCATIONS), envelope);
    }

    /** @return where the grant is now */
    Path putGrant(CaseReference caseReference, String digest, byte[] envelope) {
        Path file = folder.resolve(LIVE).resolve(caseReference.text() + "-" + digest.substring(0, DIGITS) + ".json");
        write(file, envelope);
        return file;
    }

    /**
     * A file that somebody handed over.
     *
     * @throws ExitException if it cannot be read or is too large
     */
    public static byte[] read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ExitException(ExitCode.NOT_PERMITTED, file + " is too large to be a signed document.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ExitException(ExitCode.NO_INPUT, file + " cannot be read.", e);
        }
    }

    private Optional<byte[]> read(String name) {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static void write(Path file, byte[] content) {
        try {
            new Home(file.getParent()).create(file.getParent());
            AtomicFile.write(file, content, AtomicFile.OWNER_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be written", e);
        }
    }
}
