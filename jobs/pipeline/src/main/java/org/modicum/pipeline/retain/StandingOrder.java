package org.modicum.pipeline.retain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.pipeline.grant.HeldLog;
import org.modicum.pipeline.grant.Installation;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsException;
import org.modicum.policy.grant.Refusal;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.retention.StandingRule;
import org.modicum.policy.retention.StandingRule.Objection;

/** The standing rule as this installation has it: two people's order to delete every night. */
public final class StandingOrder {
    private final Settings settings;
    private final AuditLog log;

    public StandingOrder(Settings settings, AuditLog log) {
        this.settings = settings;
        this.log = log;
    }

    /**
     * How it stands now.
     *
     * @param rule if two people signed it
     * @param reasons words for the log, why it orders nothing; none if it does
     * @param sentences the same for people
     */
    record Judged(Optional<Signed<StandingRule>> rule, List<String> reasons, List<String> sentences) {
        boolean orders() {
            return reasons.isEmpty();
        }

        private static Judged refused(Refusal refusal, String sentence) {
            return new Judged(Optional.empty(), List.of(refusal.name()), List.of(sentence));
        }
    }

    /** The one that is in force; empty if none was ever put in place. */
    Optional<Judged> now() {
        Path file = settings.retention().standingRule();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] envelope = GrantFolder.read(file);
        Judged judged = judge(envelope);
        String last = "";
        for (Entry entry : log.entries()) {
            last = entry.kind() == Kind.STANDING_RULE ? entry.text("document") : last;
        }
        if (judged.orders() && !last.equals(judged.rule().orElseThrow().digest())) {
            return Optional.of(new Judged(
                    judged.rule(),
                    List.of("NOT_THE_NEWEST"),
                    List.of("it is not the one that was handed in last; use `modicum retain submit`")));
        }
        return Optional.of(judged);
    }

    /**
     * Puts a signed one in force, in place of the one before.
     *
     * @param run under what a refusal is logged
     * @throws ExitException if it orders nothing here; the refusal is in the log then
     */
    public StandingRule handIn(byte[] envelope, String run) {
        Judged judged = judge(envelope);
        if (!judged.orders()) {
            refuse(run, judged.reasons());
            throw new ExitException(ExitCode.NOT_PERMITTED, "Refused; nothing is deleted by it.\n  " + lines(judged));
        }
        Signed<StandingRule> rule = judged.rule().orElseThrow();
        log.append(
                Kind.STANDING_RULE,
                Map.of(
                        "document", Value.of(rule.digest()),
                        "case_ref", Value.of(rule.document().caseReference().text()),
                        "rules", Value.of(rule.document().rules().digest()),
                        "until", Value.of(rule.document().to().toString())));
        write(settings.retention().standingRule(), envelope);
        return rule.document();
    }

    /** That a deletion was refused or stopped, by words alone. */
    void refuse(String run, List<String> reasons) {
        log.append(Kind.RETENTION_REFUSED, Map.of("run", Value.of(run), "reasons", Value.of(reasons)));
    }

    static String lines(Judged judged) {
        return judged.sentences().stream()
                .map(one -> "The standing rule: " + one + ".")
                .collect(Collectors.joining("\n  "));
    }

    private Judged judge(byte[] envelope) {
        Instant now = log.now();
        try {
            Signed<StandingRule> rule =
                    StandingRule.open(envelope, Installation.circumstances(settings, new HeldLog(log), now));
            List<Objection> objections = rule.document()
                    .objections(
                            settings.retention().rules(),
                            settings.retention().guards(),
                            log.key().name(),
                            LocalDate.ofInstant(now, ZoneOffset.UTC));
            return new Judged(
                    Optional.of(rule),
                    objections.stream().map(Objection::name).toList(),
                    objections.stream().map(Objection::sentence).toList());
        } catch (RefusedException e) {
            return Judged.refused(e.refusal(), "it does not count: " + e.getMessage());
        } catch (ExitException | SettingsException e) {
            return Judged.refused(Refusal.RECORDS_UNREADABLE, "it cannot be checked: " + e.getMessage());
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            new Home(file.getParent()).create(file.getParent());
            AtomicFile.write(file, content, AtomicFile.GROUP_READS);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be written", e);
        }
    }
}
