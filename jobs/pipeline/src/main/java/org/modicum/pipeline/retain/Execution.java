package org.modicum.pipeline.retain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.audit.log.Value;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.keys.KeyFolder;
import org.modicum.pipeline.keys.LoggedKeys;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.retention.Check;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Outcome;
import org.modicum.policy.retention.PlanItem;

/** Carries a journal's plan out, from the first step to the last, whichever of them were done before. */
final class Execution {
    /** The form of certificates; another one when their content means something else. */
    private static final String VERSION = "1";

    /** Of the ledger, when nothing of it has to go. */
    private static final int MOST_STATES = 30;

    private final Settings settings;
    private final Store store;
    private final Warehouse warehouse;
    private final AuditLog log;
    private final RetainJournal journal;
    private final RunReport report;
    private final Path state;
    private final CertificateFolder certificates;

    Execution(
            Settings settings,
            Home home,
            Store store,
            Warehouse warehouse,
            AuditLog log,
            RetainJournal journal,
            RunReport report) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.store = store;
        this.log = log;
        this.journal = journal;
        this.report = report;
        this.state = home.state();
        this.certificates = new CertificateFolder(settings.retention().certificates(), home.state(), log);
    }

    /**
     * @return where the certificate is
     * @throws ExitException if not all is gone: then there is a notice, and the journal stays for the next run
     */
    Path finish() {
        report.step("retain: log the intent", this::logIntent);
        Tables.all().forEach(this::deleteFrom);
        report.step("retain: delete other files", this::deleteFiles);
        List<Check> checks = new ArrayList<>();
        checks.addAll(report.step("retain: verify", () -> new Evidence(store, warehouse, journal.plan()).data()));
        List<String> weeks = journal.plan().items(DataKind.PSEUDONYM_KEY).stream()
                .map(PlanItem::part)
                .toList();
        if (checks.stream().allMatch(Check::holds)) {
            report.step("retain: destroy keys", () -> destroyKeys(weeks));
            checks.add(new Evidence(store, warehouse, journal.plan()).keys());
        }
        Outcome outcome = outcome(weeks, checks);
        if (!outcome.isComplete()) {
            throw incomplete(outcome);
        }
        report.step("retain: sign the certificate", () -> certificates.sign(outcome));
        long place = report.step(
                "retain: log the certificate",
                () -> certificates.log(journal.run(), journal.plan().digest()));
        Path certificate =
                report.step("retain: publish the certificate", () -> certificates.publish(journal.run(), place));
        report.step("retain: end", this::end);
        return certificate;
    }

    /** Goes no further; what is deleted already is not to be had back, and the rest is planned anew. */
    Path giveUp() {
        Check hold = new Check("no hold was placed after the plan was made", "the holds were read again", 1);
        Path notice = certificates.notice(outcome(List.of(), List.of(hold)));
        end();
        return notice;
    }

    private Outcome outcome(List<String> weeks, List<Check> checks) {
        return new Outcome(
                journal.run(),
                journal.order(),
                journal.plan(),
                journal.begun(),
                log.now(),
                weeks,
                checks,
                VERSION,
                warehouse.scope());
    }

    private void logIntent() {
        boolean logged = log.entries().stream()
                .anyMatch(entry -> entry.kind() == Kind.RETENTION_INTENT
                        && entry.text("run").equals(journal.run()));
        if (!logged) {
            log.append(
                    Kind.RETENTION_INTENT,
                    Map.of(
                            "run", Value.of(journal.run()),
                            "plan", Value.of(journal.plan().digest()),
                            "holds", Value.of(journal.plan().holds())));
        }
    }

    private void deleteFrom(Tables table) {
        List<PlanItem> items = journal.plan().items(table.kind());
        if (items.isEmpty() && !hasTooManyStates(table)) {
            return;
        }
        TableDeletion deletion = new TableDeletion(store, warehouse, table, items, journal.run());
        String of = " of " + table.kind().word();
        report.step("retain: delete rows" + of, deletion::deleteRows);
        report.step("retain: rewrite manifests" + of, deletion::rewriteManifests);
        report.step("retain: expire snapshots" + of, deletion::expireSnapshots);
        report.step("retain: trim metadata" + of, deletion::trimMetadata);
        report.step("retain: delete files" + of, deletion::deleteFiles);
    }

    /** The ledger gets one with every reading, and every plan would read the manifests of all of them. */
    private boolean hasTooManyStates(Tables table) {
        return table == Tables.INGESTED_FILE
                && StreamSupport.stream(store.table(table).snapshots().spliterator(), false)
                                .count()
                        > MOST_STATES;
    }

    /** Keys have a step of their own, once it is certain that nothing needs them. */
    private void deleteFiles() {
        Remover.remove(journal.plan().items().stream()
                .filter(item -> !item.kind().isTable() && item.kind() != DataKind.PSEUDONYM_KEY)
                .map(item -> Path.of(item.path()))
                .toList());
        Remover.removeEmptyFolders(settings.reports());
    }

    private void destroyKeys(List<String> weeks) {
        KeyFolder keys = new KeyFolder(settings.keys());
        LoggedKeys logged = new LoggedKeys(log, settings.keys());
        for (String week : weeks) {
            keys.destroy(IsoWeek.parse(week));
            logged.destroyed(week);
        }
    }

    private void end() {
        RetainJournal.remove(state);
        certificates.clear();
    }

    private ExitException incomplete(Outcome outcome) {
        Path notice = certificates.notice(outcome);
        StringBuilder message = new StringBuilder("INCOMPLETE: not all that was to be deleted is gone.\n");
        outcome.checks().stream()
                .filter(check -> !check.holds())
                .forEach(check -> message.append("  not true: ")
                        .append(check.what())
                        .append(" (")
                        .append(check.wrong())
                        .append(" times)\n"));
        message.append("There is no certificate, but a notice: ")
                .append(notice)
                .append("\nMend what is in the way (permissions, a full disk); the next run of any command goes on.");
        return new ExitException(ExitCode.FAILED, message.toString());
    }
}
