package org.modicum.pipeline.retain;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;
import org.modicum.policy.grant.Signed;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Order;
import org.modicum.policy.retention.StandingRule;

/** Deletes what the rules say must go: first a plan that changes nothing, then exactly that plan or nothing. */
public final class RetainJob {
    private static final int NOTICE_DAYS = 14;

    private final Settings settings;
    private final Home home;
    private final Store store;
    private final AuditLog log;
    private final StandingOrder order;

    public RetainJob(Settings settings, Home home, Store store, AuditLog log) {
        this.settings = settings;
        this.home = home;
        this.store = store;
        this.log = log;
        this.order = new StandingOrder(settings, log);
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
        refuseIf(guards(planned));
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
            order.refuse(report.run(), List.of("PLAN_DIFFERS"));
            throw new ExitException(
                    ExitCode.FAILED,
                    "Nothing was deleted: the plan of now has another digest, "
                            + planned.plan().digest()
                            + ". Something has changed since you saw that plan, or it was another's. Look at"
                            + " `modicum retain` again.");
        }
        List<String> stops = guards(planned);
        if (!stops.isEmpty()) {
            order.refuse(report.run(), words(stops));
        }
        refuseIf(stops);
        if (planned.plan().isEmpty()) {
            report.tell("Nothing has to go.");
            return;
        }
        execute(planned, Order.OF_A_PERSON, report);
    }

    /**
     * Deletes under the standing rule what has to go. What is in the way is an alarm, and does not end the run; without a
     * standing rule nothing is deleted.
     */
    public void everyNight(Instant asOf, RunReport report) {
        Instant moment = asOf.isAfter(log.now()) ? log.now() : asOf;
        try {
            Planned planned = report.step("retain: plan", () -> planned(moment));
            tellAges(planned.oldest().now(), planned, report);
            Optional<StandingOrder.Judged> judged = order.now();
            judged.filter(StandingOrder.Judged::orders)
                    .flatMap(StandingOrder.Judged::rule)
                    .ifPresent(rule -> warnOfItsEnd(rule.document(), report));
            if (!planned.plan().isEmpty()) {
                everyNight(planned, judged, report);
            }
        } catch (ExitException e) {
            if (e.code() == ExitCode.NOT_PERMITTED) {
                order.refuse(report.run(), List.of("HOLD_IN_DOUBT"));
                report.refused("Nothing was deleted. " + e.getMessage());
            } else {
                report.failed(e.getMessage());
            }
        }
    }

    private void everyNight(Planned planned, Optional<StandingOrder.Judged> judged, RunReport report) {
        List<String> stops = guards(planned);
        if (!stops.isEmpty()) {
            order.refuse(report.run(), words(stops));
            report.failed("Nothing was deleted, for something looks wrong. " + String.join(" ", stops));
        } else if (judged.isEmpty()) {
            report.warn(planned.plan().items().size()
                    + " files are past their time, and there is no standing rule to delete"
                    + " them by. Look at `modicum retain`.");
        } else if (!judged.get().orders()) {
            order.refuse(report.run(), judged.get().reasons());
            report.refused(planned.plan().items().size() + " files are past their time and were not deleted. "
                    + StandingOrder.lines(judged.get()));
        } else {
            execute(planned, new Order(judged.get().rule().map(Signed::digest)), report);
            tellAges(planned.oldest().left(), planned, report);
        }
    }

    private void tellAges(Map<DataKind, LocalDate> oldest, Planned planned, RunReport report) {
        Oldest.tell(oldest, settings.retention().rules(), planned.today(), report);
    }

    private void execute(Planned planned, Order by, RunReport report) {
        try (Warehouse warehouse = Warehouse.of(settings.store())) {
            if (!warehouse.showsLeftovers()) {
                throw new ExitException(
                        ExitCode.FAILED,
                        "Nothing was deleted: the store of the warehouse does not list an unfinished upload that was begun"
                                + " there to see whether it does. What killed writers leave would stay unseen.");
            }
            RetainJournal journal = new RetainJournal(report.run(), by, log.now(), planned.plan());
            journal.write(home.state());
            Path certificate = new Execution(settings, home, store, warehouse, log, journal, report).finish();
            report.count("files deleted", planned.plan().items().size());
            report.tell("Deleted and verified. Certificate: " + certificate);
        }
    }

    /** Whoever has to sign again has to know before the night on which nothing is deleted any more. */
    private void warnOfItsEnd(StandingRule rule, RunReport report) {
        LocalDate today = LocalDate.ofInstant(log.now(), ZoneOffset.UTC);
        if (!today.plusDays(NOTICE_DAYS).isBefore(rule.to())) {
            report.warn("The standing rule by which every night is deleted ends on " + rule.to()
                    + ". Have two people sign" + " a new one: modicum retain propose.");
        }
    }

    private List<String> guards(Planned planned) {
        return settings.retention().guards().stop(planned.due(), planned.rows(), planned.today());
    }

    private static List<String> words(List<String> stops) {
        return stops.stream()
                .map(stop -> stop.substring(0, stop.indexOf(':')))
                .distinct()
                .toList();
    }

    private Planned planned(Instant asOf) {
        try (Warehouse warehouse = Warehouse.of(settings.store())) {
            return new Planner(settings, home, store, warehouse, log).plan(asOf);
        }
    }

    private static void refuseIf(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new ExitException(
                    ExitCode.FAILED,
                    "Nothing was deleted, for something looks wrong.\n  " + String.join("\n  ", reasons));
        }
    }
}
