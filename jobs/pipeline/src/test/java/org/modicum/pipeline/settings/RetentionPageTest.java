package org.modicum.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.policy.retention.CountedFrom;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Rule;

/** Every kind of data has a default, which is on the page, and what a site sets is checked. */
class RetentionPageTest {
    @TempDir
    Path folder;

    @Test
    void everyRuleIsOnThePageAsItIsByDefaultAndNoOther() throws IOException {
        RetentionSettings retention = Site.in(folder).read().retention();
        List<String> rows = Files.readString(Path.of("../../docs/reference/retention.md"))
                .lines()
                .filter(line -> line.matches("\\| `[a-z_]+` \\|.*\\|.*\\|.*\\|.*\\|.*\\|"))
                .toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(retention.rules().byKind().values().stream()
                        .map(RetentionPageTest::row)
                        .toList());
        assertThat(rows).hasSameSizeAs(DataKind.values());
    }

    @Test
    void aKindWithoutARuleIsNamed() {
        assertThat(problems("modicum.retention.rules.activity = null")).contains("there is no rule for activity");
    }

    @Test
    void aRuleThatCannotBeIsExplained() {
        assertThat(problems("modicum.retention.rules.activity.keep = forever")).contains("is no time to keep data");
        assertThat(problems("modicum.retention.rules.activity.keep = -1 days")).contains("is no time to keep data");
        assertThat(problems("modicum.retention.rules.activity.from = made")).contains("counted from \"day\"");
        assertThat(problems("modicum.retention.rules.audit_log.keep = 7 years")).contains("cannot be deleted in parts");
        assertThat(problems("modicum.retention.rules.release.keep = 30 days")).contains("released again");
        assertThat(problems("modicum.retention.rules.ingested_file.keep = 60 days"))
                .contains("ingest.max-age");
        assertThat(problems("modicum.retention.rules.logs.keep = 1 day")).contains("logs");
        assertThat(problems("modicum.retention.most-share = 0")).contains("nothing could ever be deleted");
    }

    private String problems(String line) {
        Site site = Site.in(folder);
        site.write("modicum.conf", line + "\n");
        return site.problems();
    }

    private static String row(Rule rule) {
        return "| `" + rule.kind().word() + "` | " + rule.keep() + " | "
                + rule.from().map(CountedFrom::word).orElse("") + " | " + rule.owner() + " | " + rule.purpose() + " | "
                + rule.basis() + " |";
    }
}
