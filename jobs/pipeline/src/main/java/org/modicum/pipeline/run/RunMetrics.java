package org.modicum.pipeline.run;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modicum.pipeline.home.AtomicFile;

/**
 * What a monitoring system is told of the last run: a file in Prometheus's text format, for the textfile collector of its
 * node exporter. Numbers alone.
 */
public final class RunMetrics {
    /** The collector is another user. */
    private static final Set<PosixFilePermission> EVERYBODY_READS = PosixFilePermissions.fromString("rw-r--r--");

    private static final String SUCCESS = "modicum_last_success_timestamp_seconds";
    private static final Pattern EARLIER = Pattern.compile("(?m)^" + SUCCESS + " ([0-9.E+]+)$");

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Path file;

    public RunMetrics(Path file) {
        this.file = file;
    }

    /**
     * Writes the file anew.
     *
     * @param succeeded whether the run did all that it had to; a run that did not leaves the time of the last that did
     * @param entries of the audit log; empty if the run did not come to its end with it
     */
    public void write(RunReport report, boolean succeeded, Optional<Long> entries) {
        Instant now = Instant.now();
        gauge("modicum_last_run_timestamp_seconds", "When the last run ended.").set(seconds(now));
        gauge("modicum_last_run_succeeded", "1 if the last run did all that it had to.")
                .set(succeeded ? 1 : 0);
        (succeeded ? Optional.of(seconds(now)) : earlierSuccess())
                .ifPresent(time -> gauge(SUCCESS, "When a run last did all that it had to.")
                        .set(time));
        Gauge seconds = labelled("modicum_step_duration_seconds", "How long a step of the last run took.", "step");
        report.steps().forEach((step, time) -> seconds.labelValues(step).set(time.toMillis() / 1000.0));
        Gauge counts = labelled("modicum_last_run_count", "What the last run counted, as its report has it.", "what");
        report.counts().forEach((what, number) -> counts.labelValues(what).set(number));
        gauge("modicum_last_run_malformed_share", "Malformed lines of all lines that the last run read, 0 to 1.")
                .set(share(report.counts()));
        gauge("modicum_last_run_warnings", "What the last run told a person to look at.")
                .set(report.warnings().size());
        Gauge oldest = labelled("modicum_oldest_days", "Age of the oldest data of a kind.", "kind");
        Gauge allowed = labelled("modicum_rule_days", "Age at which a rule lets data of a kind go.", "kind");
        report.ages().forEach((kind, age) -> {
            oldest.labelValues(kind).set(age.oldest());
            allowed.labelValues(kind).set(age.allowed());
        });
        gauge("modicum_audit_log_whole", "1 if the run found the audit log to be what it was, with more at its end.")
                .set(entries.isPresent() ? 1 : 0);
        entries.ifPresent(number ->
                gauge("modicum_audit_log_entries", "Entries of the audit log.").set(number));
        store();
    }

    private Gauge gauge(String name, String help) {
        return Gauge.builder().name(name).help(help).register(registry);
    }

    private Gauge labelled(String name, String help, String label) {
        return Gauge.builder().name(name).help(help).labelNames(label).register(registry);
    }

    private static double share(Map<String, Long> counts) {
        long lines = counts.getOrDefault("lines read", 0L);
        return lines == 0 ? 0 : counts.getOrDefault("malformed lines", 0L) / (double) lines;
    }

    private Optional<Double> earlierSuccess() {
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            Matcher earlier = EARLIER.matcher(Files.readString(file));
            return earlier.find() ? Optional.of(Double.parseDouble(earlier.group(1))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The metrics of the run before could not be read from " + file, e);
        }
    }

    private void store() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            new PrometheusTextFormatWriter(false).write(text, registry.scrape());
            AtomicFile.write(file.toAbsolutePath(), text.toByteArray(), EVERYBODY_READS);
        } catch (IOException e) {
            throw new UncheckedIOException("The metrics could not be written to " + file, e);
        }
    }

    private static double seconds(Instant time) {
        return Duration.between(Instant.EPOCH, time).toSeconds();
    }
}
