package org.modicum.pipeline.doctor;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.settings.Settings;

/** Runs the doctor and tells what was found. */
public final class Examination {
    private Examination() {}

    /**
     * @param file of the settings, for the next command
     * @throws ExitException with {@link ExitCode#SETTINGS} when anything has to be mended
     */
    public static void run(Settings settings, Instant now, PrintStream out, Path file) {
        List<Finding> findings = Doctor.examine(settings, now);
        findings.forEach(out::println);
        long wrong = findings.stream().filter(finding -> !finding.well()).count();
        if (wrong > 0) {
            throw new ExitException(
                    ExitCode.SETTINGS,
                    wrong + (wrong == 1 ? " thing has" : " things have") + " to be mended; see above.");
        }
        out.println("All is there. Next: ./modicum --config " + file + " nightly");
    }
}
