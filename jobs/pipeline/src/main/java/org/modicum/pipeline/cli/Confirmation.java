package org.modicum.pipeline.cli;

import java.io.Console;
import org.modicum.pipeline.approver.Terminal;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import picocli.CommandLine.Option;

/** Nobody signs what they were not shown. */
final class Confirmation {
    @Option(names = "--yes", description = "Sign without being asked, for scripts.")
    boolean yes;

    /** Shows the text and asks. */
    void of(String text) {
        System.out.println(text);
        if (yes) {
            return;
        }
        Console console = Terminal.here()
                .orElseThrow(() -> new ExitException(
                        ExitCode.USAGE,
                        "There is no terminal to ask on. Read the above, and sign with --yes. Not signed."));
        String answer = console.readLine("Sign this? Type yes: ");
        if (answer == null || !answer.strip().equals("yes")) {
            throw new ExitException(ExitCode.USAGE, "Not signed.");
        }
    }
}
