package org.modicum.pipeline.hold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.retention.CopiedAside;

/** The folder of the sealed copies that were made for holds. */
public record HeldCopies(Path folder) {
    /** Among the grants, under which they were made; so the proofs beside them are checked with the others. */
    public static final String NAME = "held";

    public static HeldCopies of(Settings settings) {
        return new HeldCopies(settings.grants().resolve(NAME));
    }

    /**
     * The copies that were logged and are there byte for byte, by the hold's digest. One that is gone or changed stands
     * in for nothing.
     */
    Map<String, List<CopiedAside>> there(List<HoldHistory.Copy> logged) {
        if (logged.isEmpty()) {
            return Map.of();
        }
        Set<String> digests = digests();
        Map<String, List<CopiedAside>> there = new HashMap<>();
        logged.stream()
                .filter(copy -> digests.contains(copy.file()))
                .forEach(copy -> there.computeIfAbsent(copy.hold(), any -> new ArrayList<>())
                        .add(copy.aside()));
        return there;
    }

    private Set<String> digests() {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Set.of();
        }
        Set<String> digests = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    digests.add(Hash.ofFile(Files.readAllBytes(file)).hex());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The copies in " + folder + " could not be read", e);
        }
        return digests;
    }
}
