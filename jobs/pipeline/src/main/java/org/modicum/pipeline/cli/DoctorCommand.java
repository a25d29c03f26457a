package org.modicum.pipeline.cli;

import java.time.Instant;
import org.modicum.pipeline.doctor.Examination;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        header = "Check everything a first run needs and say what to mend.",
        description = "Looks into the first lines of each source, if its sanction permits it, and tells numbers alone.")
final class DoctorCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Override
    public void run() {
        Examination.run(modicum.settings(), Instant.now(), System.out, modicum.config);
    }
}
