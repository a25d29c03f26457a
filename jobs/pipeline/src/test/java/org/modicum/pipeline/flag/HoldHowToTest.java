package org.modicum.pipeline.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.approver.KeyFile;
import org.modicum.pipeline.nightly.HowTo;
import org.modicum.policy.signature.Ed25519Signer;

/** {@code docs/how-to/hold.md}: exactly the commands on the page, in their order, in a shell. */
class HoldHowToTest {
    private static final String PASSPHRASE = "a passphrase that is a sentence";

    @TempDir
    Path folder;

    @Test
    void theCommandsOnThePagePlaceAHoldAndLiftIt() throws Exception {
        FlagSite.in(folder, key("okoro"), key("vance")).ready();
        Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");

        String printed = HowTo.run("hold.md", folder);

        assertThat(printed)
                .contains("in force until", "legal_claim", "is lifted", "hold_placed", "hold_lifted")
                .containsPattern("LEG-2026-0007 .* in force\n")
                .containsPattern("LEG-2026-0007 .* lifted\n");
    }

    private Ed25519Signer key(String name) {
        KeyFile.make(folder.resolve(name), PASSPHRASE.toCharArray());
        return KeyFile.open(folder.resolve(name), PASSPHRASE.toCharArray());
    }
}
