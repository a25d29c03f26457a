package org.modicum.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProblemListTest {

    private static final Path FOLDER = Path.of("src/test/resources/settings/wrong");

    @Test
    void everyMistakeIsReportedAtOnceWithFileAndLine() throws IOException {
        SettingsException thrown = catchThrowableOfType(
                SettingsException.class, () -> SettingsReader.read(FOLDER.resolve("modicum.conf")));

        assertThat(thrown.getMessage()
                        .replace(FOLDER.toAbsolutePath() + "/", "")
                        .replace(FOLDER + "/", ""))
                .isEqualTo(Files.readString(FOLDER.resolve("problems.txt")).stripTrailing());
    }
}
