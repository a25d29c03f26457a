package org.modicum.pipeline.cli;

import java.nio.file.Path;
import org.modicum.pipeline.grant.GrantDesk;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.policy.grant.HeldOnPaper;
import org.modicum.policy.grant.Refused;
import org.modicum.policy.grant.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        header = "Check a signed grant offline, with public keys alone; says what could not be checked.",
        description = {
            "On any machine:  grant verify FILE --registry FILE --roots KEY --roots KEY",
            "Prints no names. Exit code 77 if the grant does not hold."
        })
final class GrantVerifyCommand implements Runnable {
    @ParentCommand
    GrantCommand grant;

    @Parameters(paramLabel = "FILE", description = "The signed grant.")
    Path file;

    @Mixin
    PaperCheck check;

    @Override
    public void run() {
        byte[] envelope = GrantFolder.read(file);
        new GivenFile(file, envelope).refuseMixUp();
        Verdict verdict = check.verdict(envelope, grant.modicum);
        if (verdict instanceof Refused refused) {
            throw GrantDesk.refusal(refused);
        }
        HeldOnPaper held = (HeldOnPaper) verdict;
        System.out.println("Grant " + held.digest());
        System.out.println("Everything that could be checked here holds; "
                + held.approvals().size() + " people approved.");
        System.out.println(PaperCheck.unchecked(held));
    }
}
