package org.modicum.pipeline.cli;

import java.time.Instant;
import org.modicum.pipeline.doctor.Examination;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        header = "Check everything a first run needs and say what to mend.",
        description = "Reads no log line and nobody's record.")
final class DoctorCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Override
    public void run() {
        Examination.run(modicum.settings(), Instant.now(), System.out, modicum.config);
    }
}
