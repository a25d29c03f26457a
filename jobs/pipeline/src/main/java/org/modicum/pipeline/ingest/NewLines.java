package org.modicum.pipeline.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.keys.KeyFolder;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.Source;
import org.modicum.pipeline.store.Store;

/** Finds what no run has read, and notices when files are moved while they are read. */
final class NewLines {
    private final Settings settings;
    private final Store store;
    private final Fingerprint fingerprint;

    NewLines(Settings settings, Store store, KeyFolder keys) {
        this.settings = settings;
        this.store = store;
        this.fingerprint = new Fingerprint(keys.ofFingerprints());
    }

    /**
     * The pieces of files that are new.
     *
     * @throws ExitException with {@link ExitCode#NO_INPUT} when no source has any file
     */
    List<Reading> find(RunReport report) {
        refuseIfNoInput();
        Ledger ledger = new Ledger(store);
        List<Reading> readings = new ArrayList<>();
        for (Source source : settings.sources()) {
            Ledger.Contents contents = ledger.contents(source.name());
            LogFiles files = new LogFiles(source, settings.ingest().settle(), fingerprint);
            readings.addAll(new Plan(source.name(), contents.known()).readings(files.candidates(contents, report)));
        }
        return readings;
    }

    /**
     * Whether a file that was to be read does not hold its content any more: logrotate moves files at the hour at which
     * timers start, and what was read of a moved file is somebody else's.
     */
    boolean moved(List<Reading> readings) {
        return readings.stream().filter(Reading::hasNews).anyMatch(reading -> !LogFiles.holds(reading, fingerprint));
    }

    void tell(List<Reading> readings, RunReport report) {
        List<Reading> news = readings.stream().filter(Reading::hasNews).toList();
        report.count("files with new lines", news.size());
        report.count(
                "bytes to read (unpacked)",
                news.stream()
                        .mapToLong(reading -> reading.to() - reading.from())
                        .sum());
        readings.stream()
                .filter(Reading::damaged)
                .forEach(reading -> report.warn("The compressed file " + reading.file()
                        + " is truncated or corrupt after byte " + reading.to() + " of its content. The lines before"
                        + " were read; put the whole file there and the rest will be."));
    }

    private void refuseIfNoInput() {
        try {
            for (Source source : settings.sources()) {
                if (LogFiles.count(source) > 0) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new ExitException(ExitCode.NO_INPUT, "The log files could not be listed: " + e.getMessage(), e);
        }
        throw new ExitException(
                ExitCode.NO_INPUT,
                settings.sources().isEmpty()
                        ? "There is no source to read: add one to modicum.sources."
                        : "No log file was found:\n  "
                                + settings.sources().stream()
                                        .map(source -> "source " + source.name() + ": no file matches " + source.path())
                                        .collect(Collectors.joining("\n  "))
                                + "\nCheck the paths in modicum.conf, and that this user may read them.");
    }
}
