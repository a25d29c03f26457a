package org.modicum.pipeline.cli;

import java.nio.file.Path;
import org.modicum.pipeline.flag.SubjectReportJob;
import org.modicum.pipeline.nightly.Nightly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "subject-report",
        mixinStandardHelpOptions = true,
        header = "Everything that is held about one person, sealed to that person, at their own request.",
        description = {
            "Needs a grant of its own kind (`modicum grant request --own-request FILE`), which the data-protection",
            "officer signs. The report is one file below grants/sealed/; the person opens it with `modicum flag open`.",
            "Nobody else's data is in it. Exit code 77 if the grant does not hold; the reasons are logged."
        })
final class SubjectReportCommand implements Runnable {
    @ParentCommand
    Modicum modicum;

    @Parameters(paramLabel = "GRANT", description = "A signed grant, handed in or not.")
    Path grant;

    @Override
    public void run() {
        Nightly.run(
                modicum.settings(),
                System.out,
                (open, report) -> new SubjectReportJob(open.settings(), open.store(), open.log(), report).use(grant));
    }
}
