package org.modicum.pipeline.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.nightly.HowTo;

/** {@code docs/how-to/authorise.md}: exactly the commands on the page, in their order, in a shell. */
class AuthoriseHowToTest {
    @TempDir
    Path folder;

    @Test
    void theCommandsOnThePageLeadFromKeysToAnOpenedFlagFile() throws Exception {
        FlagSite.in(folder).released().withoutRoots();

        String printed = HowTo.run("authorise.md", folder);

        assertThat(folder.resolve("opened/flag.json"))
                .content()
                .contains(
                        "\"name\" : \"a.smith\"",
                        "potential excessive use; needs review by a person",
                        "\"low\" : 75.0");
        assertThat(folder.resolve("opened/flag.html")).content().contains("a.smith");
        assertThat(printed).contains("Everything that could be checked here holds", "grant_complete");
    }
}
