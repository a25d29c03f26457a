package org.modicum.pipeline.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.SignedFile;
import org.modicum.pipeline.retain.StandingText;
import org.modicum.pipeline.settings.Settings;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.retention.StandingRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "propose",
        mixinStandardHelpOptions = true,
        header = "Write the draft of a standing rule: to delete every night, by the rules of these settings.",
        description = {
            "It orders nothing until two people of two roles have signed it, none of them of IT operations. If a rule or",
            "a guard of the settings is changed afterwards, nothing is deleted until two people have signed again."
        })
final class RetainProposeCommand implements Runnable {
    @ParentCommand
    RetainCommand retain;

    @Option(
            names = "--case",
            paramLabel = "REF",
            required = true,
            description = "Where it was decided, like DPO-2026-0003; never a name.")
    String caseReference;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "365",
            description = "For how long, from today on; at most 366. Default: ${DEFAULT-VALUE}.")
    int days;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the draft goes (default: REF.draft.json).")
    Path out;

    @Override
    public void run() {
        Settings settings = retain.modicum.settings();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        StandingRule rule;
        byte[] draft;
        try {
            rule = new StandingRule(
                    now,
                    new CaseReference(caseReference),
                    settings.auditOrigin(),
                    today,
                    today.plusDays(days),
                    settings.retention().guards(),
                    settings.retention().rules());
            draft = rule.body();
            StandingRule.parse(draft);
        } catch (RefusedException e) {
            throw new ExitException(ExitCode.USAGE, "No draft was written. " + e.detail(), e);
        }
        Path file = out == null ? Path.of(caseReference + ".draft.json") : out;
        SignedFile.writeNew(file, draft);
        System.out.println(StandingText.of(rule));
        System.out.println("Wrote the draft " + file + ". Two people sign it, on their own machines:");
        System.out.println("  modicum retain sign " + file + " --key THEIR-KEY");
    }
}
