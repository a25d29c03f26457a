package org.modicum.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modicum.pipeline.cli.Main;

/**
 * What it costs to delete one day of activity of ten thousand people, beside how many other days there are: {@code
 * modicum retain}, which plans, and {@code modicum retain --execute}, which plans again, deletes, sweeps, verifies and
 * certifies. Both run in this process, so that no start of Java is measured. Before each of the turns the newest day
 * gets late lines, as on a night.
 *
 * <p>{@code ./jobs/bench/run RetentionBenchmark [DAYS,DAYS,…] [PEOPLE]}
 */
public final class RetentionBenchmark {
    private static final int TURNS = 5;
    private static final Pattern DIGEST = Pattern.compile("Digest of this plan: ([0-9a-f]{64})");
    private static final Pattern STEP = Pattern.compile("\"(retain: [a-z_ ]+)\" : ([0-9.]+)");

    private RetentionBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<Integer> days = Arrays.stream((arguments.length > 0 ? arguments[0] : "50,100,200,400").split(","))
                .map(Integer::valueOf)
                .toList();
        int people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        Path folder = Files.createTempDirectory("modicum-bench");
        try {
            HeldDays held = new HeldDays(folder, people);
            List<Cost> costs = new ArrayList<>();
            // The first deletions load classes and warm up, and are not counted.
            costs.add(measure(held, days.get(0)));
            costs.clear();
            for (int number : days) {
                costs.add(measure(held, number));
            }
            costs.forEach(cost -> System.out.println(cost.text(costs.get(0))));
        } finally {
            BenchSite.remove(folder);
        }
    }

    private static Cost measure(HeldDays held, int days) throws IOException {
        held.fill(days + TURNS);
        Cost cost = new Cost(days, held.bytes());
        for (int turn = TURNS; turn > 0; turn--) {
            held.addLateLines();
            held.keepAllBut(1);
            long start = System.nanoTime();
            String plan = modicum(held, "retain");
            double planned = (System.nanoTime() - start) / 1e9;
            Matcher digest = DIGEST.matcher(plan);
            if (!digest.find()) {
                throw new IllegalStateException("There is no plan:\n" + plan);
            }
            start = System.nanoTime();
            modicum(held, "retain", "--execute", digest.group(1));
            cost.add(planned, (System.nanoTime() - start) / 1e9, held.newestRunReport());
            held.forgetOldest();
        }
        return cost;
    }

    private static String modicum(HeldDays held, String... command) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--config", held.settings().toString()));
        arguments.addAll(List.of(command));
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code;
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            code = Main.run(arguments.toArray(String[]::new));
        } finally {
            System.setOut(out);
        }
        if (code != 0) {
            throw new IllegalStateException("modicum " + String.join(" ", command) + " ended with " + code);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Seconds, turn by turn. The fastest counts: what is slower is what else the machine did. */
    private static final class Cost {
        private final int days;
        private final long bytes;
        private final List<Double> plans = new ArrayList<>();
        private final List<Double> executions = new ArrayList<>();
        private final Map<String, List<Double>> steps = new TreeMap<>();

        Cost(int days, long bytes) {
            this.days = days;
            this.bytes = bytes;
        }

        void add(double plan, double execution, String report) {
            plans.add(plan);
            executions.add(execution);
            Matcher step = STEP.matcher(report);
            while (step.find()) {
                steps.computeIfAbsent(step.group(1), name -> new ArrayList<>()).add(Double.valueOf(step.group(2)));
            }
            System.out.printf(Locale.ROOT, "%d days: plan %.2f s, execute %.2f s%n", days, plan, execution);
        }

        double total() {
            return fastest(plans) + fastest(executions);
        }

        String text(Cost first) {
            StringBuilder text = new StringBuilder(String.format(
                    Locale.ROOT,
                    "%n%d days, %,d MB: plan %.2f s, execute %.2f s, together %.2f s, %.2f times those of %d days%n",
                    days,
                    bytes / 1_000_000,
                    fastest(plans),
                    fastest(executions),
                    total(),
                    total() / first.total(),
                    first.days));
            steps.forEach((name, seconds) ->
                    text.append(String.format(Locale.ROOT, "  %-45s %6.3f s%n", name, fastest(seconds))));
            return text.toString();
        }

        private static double fastest(List<Double> values) {
            return Collections.min(values);
        }
    }
}
