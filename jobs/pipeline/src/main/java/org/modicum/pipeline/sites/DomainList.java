package org.modicum.pipeline.sites;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.modicum.pipeline.settings.Problems;
import org.modicum.policy.catalogue.Hosts;

/**
 * A list of domains as squidGuard and the UT1 blacklists have them: one a line, {@code #} begins a comment. Addresses are
 * left out: such lists have them beside the names, and a catalogue of sites is a catalogue of names.
 */
final class DomainList {
    private DomainList() {}

    static List<String> read(Path file, Problems problems) {
        List<String> domains = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            problems.add(
                    file,
                    0,
                    "This list of domains cannot be read: " + e.getClass().getSimpleName());
            return List.of();
        }
        for (int i = 0; i < lines.size(); i++) {
            int line = i + 1;
            String written = lines.get(i).replaceFirst("#.*", "").strip();
            if (!written.isEmpty() && !isAddress(written)) {
                Hosts.read(written.replaceFirst("^\\.", ""))
                        .ifPresentOrElse(
                                domains::add,
                                () -> problems.add(file, line, "This is no domain; correct or remove the line."));
            }
        }
        return domains;
    }

    private static boolean isAddress(String written) {
        return written.matches("[0-9.]+") || written.contains(":");
    }
}
