package org.modicum.pipeline.run;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one run did, for the person who reads it in the morning: steps with their time, counts, what to look at. Counts
 * and places only; nothing of a line and nobody's name comes in here.
 */
public final class RunReport {
    private static final Logger LOG = LoggerFactory.getLogger(RunReport.class);

    private final String run;
    private final Instant started;
    private final Map<String, Duration> steps = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<String> news = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    public RunReport(String run, Instant started) {
        this.run = run;
        this.started = started;
    }

    public String run() {
        return run;
    }

    public <T> T step(String name, Supplier<T> work) {
        long start = System.nanoTime();
        LOG.info("{} …", name);
        try {
            return work.get();
        } finally {
            steps.merge(name, Duration.ofNanos(System.nanoTime() - start), Duration::plus);
        }
    }

    public void step(String name, Runnable work) {
        step(name, () -> {
            work.run();
            return null;
        });
    }

    public void count(String what, long number) {
        counts.merge(what, number, Long::sum);
    }

    /** Something that was made or changed, in a sentence. */
    public void tell(String sentence) {
        news.add(sentence);
    }

    /** Something a person should look at, with what to do. */
    public void warn(String sentence) {
        LOG.warn(sentence);
        warnings.add(sentence);
    }

    public boolean didNothing() {
        return news.isEmpty();
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    public Map<String, Object> asMap(String outcome) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("run", run);
        map.put("started", started.toString());
        map.put("outcome", outcome);
        Map<String, Double> seconds = new LinkedHashMap<>();
        steps.forEach((name, time) -> seconds.put(name, time.toMillis() / 1000.0));
        map.put("seconds", seconds);
        map.put("counts", counts);
        map.put("news", news);
        map.put("warnings", warnings);
        return map;
    }

    public void print(PrintStream out) {
        if (didNothing()) {
            out.println("Nothing to do: no new log lines, and no week to release.");
        }
        news.forEach(out::println);
        if (!counts.isEmpty()) {
            out.println();
            counts.forEach((what, number) -> out.printf(Locale.ROOT, "  %,14d  %s%n", number, what));
        }
        if (!steps.isEmpty()) {
            out.println();
            steps.forEach((name, time) -> out.printf(Locale.ROOT, "  %12.1f s  %s%n", time.toMillis() / 1000.0, name));
        }
        if (!warnings.isEmpty()) {
            out.println();
            out.println("To look at:");
            warnings.forEach(warning -> out.println("  - " + warning));
        }
    }
}
