package org.modicum.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.stream.Stream;
import org.modicum.pipeline.synth.LogStyle;
import org.modicum.pipeline.synth.Synth;
import org.modicum.pipeline.synth.SynthPlan;

/** A simulated university whose log was cut to n and to 2n lines. */
record BenchSite(Path folder) {
    /** Lines of one member of staff, students and guests included, in {@link #DAYS}; a little less than there are. */
    private static final int LINES_A_MEMBER = 4_000;

    private static final int DAYS = 12;
    private static final int BUFFER = 1 << 20;
    private static final LocalDate START = LocalDate.parse("2026-03-02");

    static BenchSite prepare(Path folder, int lines) throws IOException {
        BenchSite site = new BenchSite(folder);
        if (!Files.exists(site.twice())) {
            int staff = Math.max(12, 2 * lines / LINES_A_MEMBER + 1);
            System.out.println("Simulating " + staff + " people on " + DAYS + " days …");
            Synth.write(new SynthPlan(folder, staff, START, DAYS, 1, LogStyle.TUNNEL, ZoneId.of("Europe/London")));
            cut(folder.resolve("access.log"), site.once(), lines);
            cut(folder.resolve("access.log"), site.twice(), 2 * lines);
            Files.delete(folder.resolve("access.log"));
        }
        return site;
    }

    Path once() {
        return folder.resolve("once.log");
    }

    Path twice() {
        return folder.resolve("twice.log");
    }

    Path staff() {
        return folder.resolve("staff.csv");
    }

    /** Writes settings for an empty home. */
    Path settings(Path log, Path home) throws IOException {
        Path file = folder.resolve("modicum.conf");
        String settings = """
                modicum {
                  zone = Europe/London
                  home = "%s"
                  sources = [{ name = campus, format = squid, path = "%s"
                    sanction { regulation = "ICT Regulations 4.2", dpia = "DPIA-BENCH", from = 2026-01-01, to = 2027-01-01 } }]
                  directory { type = csv, path = staff.csv, leave = leave.csv }
                  protocols = protocols/
                  sites = sites.conf
                }
                """.formatted(home, log);
        Files.write(file, settings.getBytes(StandardCharsets.UTF_8));
        Files.write(
                folder.resolve("sites.conf"),
                "include required(classpath(\"modicum/sites.conf\"))\n".getBytes(StandardCharsets.UTF_8));
        return file;
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void cut(Path from, Path to, int lines) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(from), BUFFER);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), BUFFER)) {
            int left = lines;
            for (int b = in.read(); b >= 0 && left > 0; b = in.read()) {
                out.write(b);
                left -= b == '\n' ? 1 : 0;
                if (left == 0) {
                    return;
                }
            }
            throw new IllegalStateException("The simulated log has " + left + " lines less than " + lines);
        }
    }
}
