package org.modicum.pipeline.sites;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modicum.pipeline.settings.Problems;
import org.modicum.policy.catalogue.Hosts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list of domains as squidGuard and the UT1 blacklists have them: one a line, {@code #} begins a comment. Addresses are
 * left out, which the program's log says: such lists have them beside the names, a site that fetches a list anew every
 * night cannot edit it, and a catalogue of sites is a catalogue of names.
 */
final class DomainList {
    private static final Logger LOG = LoggerFactory.getLogger(DomainList.class);
    /** A list of something else altogether is wrong in every line. */
    private static final int MOST_TOLD = 10;

    private final Path file;
    private final Problems problems;
    private final Set<String> domains = new LinkedHashSet<>();
    private final List<Integer> addresses = new ArrayList<>();
    private int wrong;

    private DomainList(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The domains of a list in its order; wrong lines go to {@code problems} with their numbers, the first ten of them. */
    static Set<String> read(Path file, Problems problems) {
        DomainList list = new DomainList(file, problems);
        list.text().ifPresent(list::lines);
        return list.domains;
    }

    private void lines(String text) {
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            line(lines[i], i + 1);
        }
        if (wrong > MOST_TOLD) {
            problems.add(file, 0, (wrong - MOST_TOLD) + " more lines are no domains. Is this a list of domains?");
        }
        if (!addresses.isEmpty()) {
            LOG.info("{}: addresses are left out, in lines {}", file.getFileName(), addresses);
        }
    }

    private void line(String written, int line) {
        int comment = written.indexOf('#');
        String domain = (comment < 0 ? written : written.substring(0, comment)).strip();
        if (domain.isEmpty()) {
            return;
        }
        if (isAddress(domain)) {
            addresses.add(line);
            return;
        }
        // squidGuard also writes .example.org, for example.org and all below it: what every name means here.
        Optional<String> host = Hosts.read(domain.startsWith(".") ? domain.substring(1) : domain);
        if (host.filter(name -> !Hosts.isRegistrySuffix(name)).isPresent()) {
            domains.add(host.get());
        } else if (++wrong <= MOST_TOLD) {
            problems.add(file, line, "This is no domain; correct or remove the line.");
        }
    }

    /** IPv4, or IPv6, which alone has both colons and nothing but hexadecimal digits; also ranges of them. */
    private static boolean isAddress(String written) {
        return written.matches("[0-9.]+(/[0-9]+)?")
                || written.matches("\\[?[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:.]*]?(/[0-9]+)?");
    }

    /** Bytes that are no UTF-8 become U+FFFD, which no domain has: their line is told like any wrong one. */
    private Optional<String> text() {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException e) {
            problems.add(
                    file,
                    0,
                    "This list of domains cannot be read: " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
