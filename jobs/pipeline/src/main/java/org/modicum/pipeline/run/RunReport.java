package org.modicum.pipeline.run;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    private final Map<String, Work> work = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Age> ages = new TreeMap<>();
    private final List<String> news = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean refusals;
    private boolean failures;

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

    /**
     * How much a step had to do, so that its rate can be told.
     *
     * @param unit in the plural: {@code lines}
     */
    public void processed(String step, long number, String unit) {
        work.put(step, new Work(number, unit));
    }

    private record Work(long number, String unit) {}

    /** Per second; empty for a step that had nothing to do. */
    private Optional<Long> rate(String step) {
        long millis = steps.getOrDefault(step, Duration.ZERO).toMillis();
        return Optional.ofNullable(work.get(step))
                .filter(done -> done.number() > 0 && millis > 0)
                .map(done -> done.number() * 1000 / millis);
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

    /** Something that was not permitted and not done, in a sentence that names nobody; the rest of the run goes on. */
    public void refused(String sentence) {
        warn(sentence);
        refusals = true;
    }

    public boolean hasRefusals() {
        return refusals;
    }

    /** Something that should have been done and was not, in a sentence with what to do; the rest of the run goes on. */
    public void failed(String sentence) {
        warn(sentence);
        failures = true;
    }

    public boolean hasFailures() {
        return failures;
    }

    public boolean didNothing() {
        return news.isEmpty();
    }

    /** The oldest of a kind of data that is held. */
    public void age(String kind, Age age) {
        ages.put(kind, age);
    }

    Map<String, Age> ages() {
        return Map.copyOf(ages);
    }

    /** Its steps with their times, in order. */
    Map<String, Duration> steps() {
        return Map.copyOf(steps);
    }

    Map<String, Long> counts() {
        return Map.copyOf(counts);
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
        Map<String, Long> rates = new LinkedHashMap<>();
        steps.keySet()
                .forEach(name -> rate(name)
                        .ifPresent(perSecond ->
                                rates.put(name + ", " + work.get(name).unit() + " per second", perSecond)));
        map.put("rates", rates);
        map.put("counts", counts);
        map.put("ages", ages);
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
            steps.forEach((name, time) -> out.printf(
                    Locale.ROOT,
                    "  %12.1f s  %s%s%n",
                    time.toMillis() / 1000.0,
                    name,
                    rate(name)
                            .map(perSecond -> String.format(
                                    Locale.ROOT,
                                    " (%,d %s a second)",
                                    perSecond,
                                    work.get(name).unit()))
                            .orElse("")));
        }
        if (!warnings.isEmpty()) {
            out.println();
            out.println("To look at:");
            warnings.forEach(warning -> out.println("  - " + warning));
        }
    }
}
