package org.modicum.pipeline.nightly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.modicum.pipeline.cli.Main;
import org.modicum.pipeline.synth.LogStyle;
import org.modicum.pipeline.synth.Synth;
import org.modicum.pipeline.synth.SynthPlan;

/** A site in a folder of its own, run through {@code main} like any other. */
public final class TestSite {
    public static final LocalDate START = LocalDate.parse("2026-03-02");
    /** The night on which the week of {@link #START} is released. */
    public static final Instant AFTER_FIRST_WEEK = Instant.parse("2026-03-10T02:00:00Z");

    private final Path folder;

    private TestSite(Path folder) {
        this.folder = folder;
    }

    /** People and settings of a small university without any log yet. */
    public static TestSite at(Path folder, Path university) {
        TestSite site = new TestSite(folder);
        try {
            Files.createDirectories(folder.resolve("logs"));
            for (String file : List.of("staff.csv", "leave.csv")) {
                Files.copy(university.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createDirectories(folder.resolve("protocols"));
            try (Stream<Path> protocols = Files.list(university.resolve("protocols"))) {
                for (Path protocol : protocols.toList()) {
                    Files.copy(protocol, folder.resolve("protocols").resolve(protocol.getFileName()));
                }
            }
            site.settings("");
            site.write("sites.conf", "include classpath(\"modicum/sites.conf\")\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return site;
    }

    /** A site that is there already. */
    public static TestSite existing(Path folder) {
        return new TestSite(folder);
    }

    /** @param more further settings, as lines below {@code modicum} */
    public void settings(String more) {
        write("modicum.conf", """
                modicum.sources = [{ name = campus, format = squid, path = "logs/access*",
                  sanction { regulation = "ICT Regulations 4.2", dpia = "DPIA-2026-014", from = 2026-01-01, to = 2027-01-01 } }]
                modicum.directory { type = csv, path = staff.csv, leave = leave.csv }
                modicum.protocols = protocols/
                """ + more);
    }

    /** Simulates a university once; tests copy from it. */
    public static Path university(Path folder, int staff, int days) {
        Synth.write(new SynthPlan(folder, staff, START, days, 7, LogStyle.MIXED, ZoneId.of("Europe/London")));
        return folder;
    }

    public Path folder() {
        return folder;
    }

    public Path home() {
        return folder.resolve("var");
    }

    public Path log(String name) {
        return folder.resolve("logs").resolve(name);
    }

    public void write(String name, String content) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command's exit code and all it printed. */
    public record Outcome(int code, String out, String err) {}

    public Outcome run(String... command) {
        List<String> arguments = new ArrayList<>(
                List.of("--config", folder.resolve("modicum.conf").toString()));
        arguments.addAll(List.of(command));
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
            int code = Main.run(arguments.toArray(String[]::new));
            return new Outcome(
                    code, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    public Outcome nightly(Instant asOf) {
        return run("nightly", "--as-of", asOf.toString());
    }

    public byte[] summary(String week) {
        try {
            return Files.readAllBytes(home().resolve("reports").resolve(week).resolve("summary.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
