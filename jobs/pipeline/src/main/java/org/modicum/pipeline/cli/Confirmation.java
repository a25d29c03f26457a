package org.modicum.pipeline.cli;

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
        Terminal terminal = Terminal.here()
                .orElseThrow(() -> new ExitException(
                        ExitCode.USAGE,
                        "Not signed: there is no terminal to ask on. Run it at one, read the above and answer there."
                                + " (--yes is for scripts whose author has read what is signed.)"));
        String answer = terminal.ask("Sign this? Type yes: ");
        if (answer == null || !answer.strip().equals("yes")) {
            throw new ExitException(ExitCode.FAILED, "Not signed.");
        }
    }
}
