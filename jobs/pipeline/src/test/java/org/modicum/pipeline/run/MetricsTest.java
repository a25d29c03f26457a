package org.modicum.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.nightly.TestSite;

/** What Prometheus is told of a night. */
class MetricsTest {
    private static final Instant RELEASED = Instant.parse("2026-03-17T02:00:00Z");
    private static final Pattern NAME = Pattern.compile("\\bmodicum_[a-z_]+");

    @TempDir
    Path folder;

    @Test
    void aNightIsToldInNumbersAndOneThatFailedLeavesTheTimeOfTheLastSuccess() throws IOException {
        Path university = TestSite.university(folder.resolve("university"), 40, 7);
        TestSite site = TestSite.at(folder.resolve("site"), university);
        Path file = folder.resolve("modicum.prom");
        String setting = "modicum.metrics.textfile = \"" + file + "\"\n";
        site.settings(setting);
        Files.copy(university.resolve("access.log"), site.log("access.log"));

        TestSite.Outcome night = site.nightly(RELEASED);
        assertThat(night.code()).as(night.err()).isZero();
        String told = Files.readString(file);
        Path settings = site.folder().resolve("modicum.conf");
        Files.writeString(settings, Files.readString(settings).replace("to = 2027-01-01", "to = 2026-02-01"));
        TestSite.Outcome refused = site.nightly(RELEASED);
        String after = Files.readString(file);

        assertThat(told)
                .contains(
                        "# TYPE modicum_last_run_succeeded gauge\nmodicum_last_run_succeeded 1.0\n",
                        "modicum_step_duration_seconds{step=\"summarise\"}",
                        "modicum_last_run_count{what=\"lines read\"}",
                        "modicum_oldest_days{kind=\"activity\"} 15.0",
                        "modicum_rule_days{kind=\"activity\"} 35.0",
                        "modicum_audit_log_whole 1.0");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        assertThat(refused.code()).isEqualTo(77);
        assertThat(after).contains("modicum_last_run_succeeded 0.0");
        assertThat(line(after, "modicum_last_success_timestamp_seconds"))
                .isEqualTo(line(told, "modicum_last_success_timestamp_seconds"));
        assertThat(named(Path.of("../../deploy/prometheus"), Path.of("../../deploy/grafana")))
                .as("metrics that alerts and dashboard name")
                .isNotEmpty()
                .isSubsetOf(names(told));
    }

    private static String line(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> named(Path... folders) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    names.addAll(names(Files.readString(file)));
                }
            }
        }
        return names;
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }
}
