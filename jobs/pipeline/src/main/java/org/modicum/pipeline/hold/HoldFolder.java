package org.modicum.pipeline.hold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.home.Home;
import org.modicum.policy.grant.CaseReference;

/**
 * The folder of holds and of what lifted them, a signed file each, named by case reference and the beginning of the
 * hold's digest. A hold has a user name or a department in it, so only the account that runs Modicum may read the folder.
 */
record HoldFolder(Path folder) {
    private static final int DIGITS = 16;

    /** All that is in it, which may be anything. Links are not followed. */
    List<Path> files() {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " could not be listed", e);
        }
    }

    Path hold(CaseReference reference, String digest) {
        return folder.resolve(reference.text() + "-" + digest.substring(0, DIGITS) + ".json");
    }

    /** @param hold digest of the hold; so it comes after the hold, and is deleted after it */
    Path lift(CaseReference reference, String hold) {
        return folder.resolve(reference.text() + "-" + hold.substring(0, DIGITS) + ".lift.json");
    }

    void put(Path file, byte[] envelope) {
        try {
            new Home(folder).create(folder);
            AtomicFile.write(file, envelope, AtomicFile.OWNER_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be written", e);
        }
    }
}
