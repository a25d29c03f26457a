package org.modicum.pipeline.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modicum.pipeline.grant.GrantSite.Said;

/** What people type wrongly. */
class GrantUsageTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant",
                "approver",
                "grant sign",
                "grant sign x",
                "grant nonsense",
                "grant verify",
                "approver keygen",
                "approver keygen --out x --passphrase secret",
                "approver enrol --first",
                "grant revoke"
            })
    void wrongUsageIs64(String command) {
        assertThat(GrantSite.anywhere(command.split(" ")).code()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant request",
                "grant sign",
                "grant show",
                "grant verify",
                "grant submit",
                "grant list",
                "grant revoke",
                "approver keygen",
                "approver statement",
                "approver enrol",
                "approver remove",
                "approver sign",
                "approver publish",
                "approver list"
            })
    void everyCommandHasHelp(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add("--help");
        Said said = GrantSite.anywhere(words.toArray(String[]::new));
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Usage: modicum " + command);
    }

    @Test
    void aRequestSaysAllThatIsMissing() {
        Said said = GrantSite.anywhere("grant", "request", "--case", "HR-2026-0117");
        assertThat(said.code()).isEqualTo(64);
        assertThat(said.err())
                .contains(
                        "--justification, --requester, --audience, --from, --to, --sites, --recipient, --recipient-key,"
                                + " --reason, --subject or --department");
    }

    @Test
    void aRequestThatNoGrantMayBeIsRefusedBeforeItIsWritten() {
        GrantSite site = new GrantSite(folder);
        Path why = site.write("why.txt", "because");
        for (List<String> more : List.of(
                List.of("--uses", "6"),
                List.of("--days", "31"),
                List.of("--from", "2025-W01"),
                List.of("--recipient-key", "age1nonsense"),
                List.of("--case", "Jones"))) {
            List<String> words = new ArrayList<>(List.of(
                    "grant",
                    "request",
                    "--reason",
                    "EXCESSIVE_USE",
                    "--subject",
                    "a.smith=Registry",
                    "--justification",
                    why.toString(),
                    "--requester",
                    "m.jones",
                    "--audience",
                    "log",
                    "--to",
                    "2026-W10",
                    "--sites",
                    "all",
                    "--recipient",
                    "q.reader",
                    "--out",
                    folder.resolve("draft").toString()));
            for (String given : List.of("--case=HR-2026-0117", "--from=2026-W08", "--recipient-key=" + GrantSite.AGE)) {
                if (!more.contains(given.substring(0, given.indexOf('=')))) {
                    words.add(given);
                }
            }
            words.addAll(more);
            Said said = GrantSite.anywhere(words.toArray(String[]::new));
            assertThat(said.code()).as(more + said.err()).isEqualTo(64);
            assertThat(said.err()).contains("No draft was written.").doesNotContain("signed");
            assertThat(folder.resolve("draft")).doesNotExist();
        }
    }

    @Test
    void aThirdReasonIsWrongUsage() {
        GrantSite site = new GrantSite(folder);
        Path why = site.write("why.txt", "because");
        Said said = GrantSite.anywhere(
                "grant",
                "request",
                "--reason",
                "curiosity",
                "--case",
                "HR-2026-0117",
                "--subject",
                "a.smith=Registry",
                "--justification",
                why.toString(),
                "--requester",
                "m.jones",
                "--audience",
                "log",
                "--from",
                "2026-W08",
                "--to",
                "2026-W10",
                "--sites",
                "all",
                "--recipient",
                "q.reader",
                "--recipient-key",
                GrantSite.AGE);
        assertThat(said.code()).isEqualTo(64);
        assertThat(said.err()).contains("paragraph 24 has no third");
    }
}
