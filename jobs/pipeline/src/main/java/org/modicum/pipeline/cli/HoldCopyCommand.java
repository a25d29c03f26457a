package org.modicum.pipeline.cli;

import java.nio.file.Path;
import org.modicum.pipeline.flag.HoldCopyJob;
import org.modicum.pipeline.nightly.Nightly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        header = "Copy one person's rows aside for a hold, sealed to the grant's recipient, so that the rest can go.",
        description = {
            "Needs a grant of its own kind (`modicum grant request --for-hold FILE`), which two approvers of two roles",
            "sign. The copy is one file below grants/held/; its recipient opens it with `modicum flag open`. For as long",
            "as it lies there unchanged, `modicum retain` deletes the rows and keys of its weeks by their rules. Exit code",
            "77 if the grant does not hold, or not for a hold that is in force; the reasons are logged."
        })
final class HoldCopyCommand implements Runnable {
    @ParentCommand
    HoldCommand hold;

    @Parameters(paramLabel = "GRANT", description = "A signed grant, handed in or not.")
    Path grant;

    @Override
    public void run() {
        Nightly.run(
                hold.modicum.settings(),
                System.out,
                (open, report) -> new HoldCopyJob(open.settings(), open.store(), open.log(), report).use(grant));
    }
}
