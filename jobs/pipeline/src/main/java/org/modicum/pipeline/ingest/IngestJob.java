package org.modicum.pipeline.ingest;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.keys.KeyFolder;
import org.modicum.pipeline.keys.LoggedKeys;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Store;
import org.modicum.policy.protocol.IsoWeek;

/** Reads what is new in the logs of every source, once, and keeps slots of activity under pseudonyms; nothing else. */
public final class IngestJob {
    /** Files that are moved while they are read are looked for again; more often than this, something else is wrong. */
    private static final int ATTEMPTS = 3;

    private final Settings settings;
    private final Home home;
    private final Store store;
    private final Supplier<SparkSession> spark;
    private final KeyFolder keys;
    private final AuditLog log;

    public IngestJob(Settings settings, Home home, Store store, Supplier<SparkSession> spark, AuditLog log) {
        this.settings = settings;
        this.home = home;
        this.store = store;
        this.spark = spark;
        this.keys = new KeyFolder(settings.keys());
        this.log = log;
    }

    /** Ends what a killed run began. Every run does so first, whatever else it does: what is stored must be logged. */
    public void repair(RunReport report) {
        Recovery.repair(store, home.state(), log).ifPresent(report::tell);
    }

    /**
     * Reads and stores what is new.
     *
     * @param released weeks that take no more activity
     */
    public void run(Instant asOf, Set<IsoWeek> released, RunReport report) {
        new Sanctions(log, report.run()).check(settings.sources(), asOf, settings.zone());
        Closed closed = Closed.at(asOf, released, settings.retention().rules(), log.entries());
        LoggedKeys madeKeys = new LoggedKeys(log, settings.keys());
        NewLines newLines = new NewLines(settings, store, keys);
        madeKeys.made();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<List<Reading>> found = report.step("find new lines", () -> find(newLines, report));
            if (found.isEmpty()) {
                continue;
            }
            List<Reading> readings = found.get();
            if (readings.stream().noneMatch(Reading::hasNews)) {
                rememberContainers(readings, asOf, report);
                return;
            }
            Optional<Pieces> read = report.step("read", () -> read(newLines, readings, asOf, closed));
            if (read.isPresent()) {
                try (Pieces pieces = read.get()) {
                    madeKeys.made();
                    newLines.tell(readings, report);
                    pieces.tell(report);
                    pieces.refuseIfTooManyMalformed(settings.ingest().maxMalformedShare());
                    Journal journal = new Journal(report.run(), asOf, readings, pieces.outcomes());
                    report.step("store", () -> new Commit(store, home.state(), log).store(journal, pieces));
                }
                return;
            }
        }
        throw new ExitException(
                ExitCode.FAILED,
                "Log files were moved or overwritten " + ATTEMPTS + " times while they were read. Nothing was stored;"
                        + " run again when logrotate has ended.");
    }

    /** What is new; empty when a file was moved while it was looked at. */
    private static Optional<List<Reading>> find(NewLines newLines, RunReport report) {
        try {
            return Optional.of(newLines.find(report));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof FileNotFoundException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What was read; empty when a file was moved meanwhile, so that what was read cannot be trusted. */
    private Optional<Pieces> read(NewLines newLines, List<Reading> readings, Instant asOf, Closed closed) {
        Pieces pieces;
        try {
            pieces = new LogScan(settings, store, spark.get(), keys).read(readings, asOf, closed);
        } catch (RuntimeException e) {
            if (newLines.moved(readings)) {
                return Optional.empty();
            }
            throw e;
        }
        if (newLines.moved(readings)) {
            pieces.close();
            return Optional.empty();
        }
        return Optional.of(pieces);
    }

    /** Compressed copies of what was read already are remembered, so that they are not unpacked every night. */
    private void rememberContainers(List<Reading> readings, Instant asOf, RunReport report) {
        if (!readings.isEmpty()) {
            new Ledger(store).append(report.run(), asOf, readings, Map.of());
        }
    }
}
