package org.modicum.pipeline.retain;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;

/** Deletes what the rules say must go: first a plan that changes nothing, then exactly that plan or nothing. */
public final class RetainJob {
    private final Settings settings;
    private final Home home;
    private final Store store;
    private final AuditLog log;

    public RetainJob(Settings settings, Home home, Store store, AuditLog log) {
        this.settings = settings;
        this.home = home;
        this.store = store;
        this.log = log;
    }

    /** Ends what a killed run began. Every run does so first: what is half deleted can be neither read nor added to. */
    public void repair(RunReport report) {
        Optional<RetainJournal> begun = RetainJournal.read(home.state());
        if (begun.isEmpty()) {
            new CertificateFolder(settings.retention().certificates(), home.state(), log).clear();
        }
        begun.ifPresent(journal -> {
            try (Warehouse warehouse = Warehouse.of(settings.store())) {
                Execution execution = new Execution(settings, home, store, warehouse, log, journal, report);
                if (new LateHold(settings, store, warehouse, log).keepsSomething(journal)) {
                    report.warn("Run " + journal.run() + " was stopped while it deleted, and a hold was placed since."
                            + " What the hold covers was not deleted: " + execution.giveUp()
                            + ". Look at `modicum retain`.");
                    return;
                }
                report.tell("Run " + journal.run() + " was stopped while it deleted; that was completed: "
                        + execution.finish());
            }
        });
    }

    /**
     * Prints what has to go.
     *
     * @throws ExitException if a guard stops it
     */
    public void plan(Instant asOf, PrintStream out) {
        Planned planned = planned(asOf);
        PlanText.print(planned, out);
        refuseIfStopped(planned);
        if (!planned.plan().isEmpty()) {
            out.println("Nothing was deleted. To do exactly this: modicum retain --execute "
                    + planned.plan().digest());
        }
    }

    /**
     * Does exactly the plan of that digest.
     *
     * @throws ExitException if today's plan is another one, a guard stops it, or not all is gone afterwards
     */
    public void execute(Instant asOf, String digest, RunReport report) {
        Planned planned = report.step("retain: plan", () -> planned(asOf));
        if (!planned.plan().digest().equals(digest)) {
            throw new ExitException(
                    ExitCode.FAILED,
                    "Nothing was deleted: the plan of now has another digest, "
                            + planned.plan().digest()
                            + ". Something has changed since you saw that plan, or it was another's. Look at"
                            + " `modicum retain` again.");
        }
        refuseIfStopped(planned);
        if (planned.plan().isEmpty()) {
            report.tell("Nothing has to go.");
            return;
        }
        try (Warehouse warehouse = Warehouse.of(settings.store())) {
            if (!warehouse.showsLeftovers()) {
                throw new ExitException(
                        ExitCode.FAILED,
                        "Nothing was deleted: the store of the warehouse does not list an unfinished upload that was begun"
                                + " there to see whether it does. What killed writers leave would stay unseen.");
            }
            RetainJournal journal = new RetainJournal(report.run(), log.now(), planned.plan());
            journal.write(home.state());
            Path certificate = new Execution(settings, home, store, warehouse, log, journal, report).finish();
            report.count("files deleted", planned.plan().items().size());
            report.tell("Deleted and verified. Certificate: " + certificate);
        }
    }

    private Planned planned(Instant asOf) {
        try (Warehouse warehouse = Warehouse.of(settings.store())) {
            return new Planner(settings, home, store, warehouse, log).plan(asOf);
        }
    }

    private void refuseIfStopped(Planned planned) {
        List<String> reasons = settings.retention().guards().stop(planned.due(), planned.rows(), planned.today());
        if (!reasons.isEmpty()) {
            throw new ExitException(
                    ExitCode.FAILED,
                    "Nothing was deleted, for something looks wrong.\n  " + String.join("\n  ", reasons));
        }
    }
}
