package org.modicum.pipeline.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;

class RunLockTest {
    @TempDir
    Path folder;

    @Test
    void oneRunAtATimeAndTheNextWhenItHasEnded() throws IOException {
        Home home = Home.prepare(folder.resolve("var"));
        try (RunLock first = RunLock.take(home)) {
            assertThatThrownBy(() -> RunLock.take(home))
                    .isInstanceOfSatisfying(
                            ExitException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ExitCode.LOCKED));
        }

        try (RunLock second = RunLock.take(home)) {
            assertThat(second).isNotNull();
        }
    }
}
