package org.modicum.pipeline.cli;

import java.nio.file.Path;
import org.modicum.pipeline.grant.GrantDesk;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.PlainWords;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.HeldOnPaper;
import org.modicum.policy.grant.Refused;
import org.modicum.policy.grant.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = "Say in plain words what a draft asks for, or what a grant allows and who approved it.",
        description = {
            "Prints names. Of a signed grant nothing is shown unless every signature under it holds.",
            "Exit code 77 if the grant does not hold."
        })
final class GrantShowCommand implements Runnable {
    @ParentCommand
    GrantCommand grant;

    @Parameters(paramLabel = "FILE", description = "A draft or a signed grant.")
    Path file;

    @Mixin
    PaperCheck check;

    @Override
    public void run() {
        byte[] bytes = GrantFolder.read(file);
        GivenFile given = new GivenFile(file, bytes);
        if (!given.isEnvelope()) {
            System.out.println(PlainWords.of(given.grantDraft()));
            System.out.println("Digest " + Digests.sha256(bytes));
            System.out.println("A draft. Nobody has signed it, and it allows nothing.");
            return;
        }
        given.refuseMixUp();
        Verdict verdict = check.verdict(bytes, grant.modicum);
        if (verdict instanceof HeldOnPaper held) {
            System.out.print(PlainWords.of(held.grant()) + PlainWords.of(held.approvals()));
            System.out.println("\nDigest " + held.digest() + "\n" + PaperCheck.unchecked(held));
        } else if (verdict instanceof Refused refused) {
            refused.read().ifPresent(read -> System.out.println(PlainWords.of(read.document())));
            throw GrantDesk.refusal(refused);
        }
    }
}
