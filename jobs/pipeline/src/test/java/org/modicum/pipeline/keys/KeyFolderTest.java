package org.modicum.pipeline.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.policy.protocol.IsoWeek;

class KeyFolderTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W10");

    @TempDir
    Path folder;

    @Test
    void aWeekKeepsItsKeyAndSharesItWithNoOtherWeek() {
        KeyFolder keys = new KeyFolder(folder.resolve("keys"));

        byte[] first = keys.ofWeek(WEEK);

        assertThat(new KeyFolder(folder.resolve("keys")).ofWeek(WEEK)).isEqualTo(first);
        assertThat(keys.ofWeek(WEEK.plusWeeks(1))).isNotEqualTo(first);
        assertThat(first).hasSize(32);
    }

    @Test
    void keysAndTheirFolderAreForTheOwnerAlone() throws IOException {
        new KeyFolder(folder.resolve("keys")).ofWeek(WEEK);

        assertThat(mode(folder.resolve("keys"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("keys/2026-W10.key"))).isEqualTo("rw-------");
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws IOException {
        KeyFolder keys = new KeyFolder(folder);
        keys.ofWeek(WEEK);
        Files.setPosixFilePermissions(folder.resolve("2026-W10.key"), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> keys.ofWeek(WEEK))
                .isInstanceOf(ExitException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aKeyThatIsGoneIsNotReplacedForAWeekOfWhichActivityIsHeld() {
        KeyFolder keys = new KeyFolder(folder);

        assertThatThrownBy(() -> keys.existing(WEEK))
                .isInstanceOf(ExitException.class)
                .hasMessageContaining("backup of the keys");
        assertThat(folder.resolve("2026-W10.key")).doesNotExist();
    }

    @Test
    void aDamagedKeyIsRefusedAndNotShown() throws IOException {
        KeyFolder keys = new KeyFolder(folder);
        keys.ofWeek(WEEK);
        Files.writeString(folder.resolve("2026-W10.key"), "deadbeef");

        assertThatThrownBy(() -> keys.ofWeek(WEEK))
                .isInstanceOf(ExitException.class)
                .hasMessageContaining("damaged")
                .hasMessageNotContaining("deadbeef");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
