package org.modicum.pipeline.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.policy.signature.Ed25519Key;
import org.modicum.policy.signature.Ed25519Signer;

class TrustedRootsTest {
    private static final Ed25519Key ONE = key();
    private static final Ed25519Key TWO = key();
    private static final Ed25519Key OWN = key();

    @TempDir
    private Path folder;

    @Test
    void rootsThatWereNamedForAMomentAreInTheLogForGood() throws IOException {
        GrantSite site = GrantSite.in(folder);
        site.settings(quoted(ONE) + ", " + quoted(TWO));
        assertThat(events(site)).containsExactlyInAnyOrder("trusted " + ONE.digest(), "trusted " + TWO.digest());

        site.settings(quoted(ONE) + ", " + quoted(OWN));
        Path false1 = site.write("false.signed.json", "{}");
        assertThat(site.run("approver", "publish", false1.toString()).code()).isEqualTo(77);
        site.settings(quoted(ONE) + ", " + quoted(TWO));

        assertThat(events(site).subList(2, 6))
                .containsExactly(
                        "trusted " + OWN.digest(),
                        "no longer trusted " + TWO.digest(),
                        "trusted " + TWO.digest(),
                        "no longer trusted " + OWN.digest());
    }

    @Test
    void rootsThatStayAreLoggedOnce() throws IOException {
        GrantSite site = GrantSite.in(folder);
        site.settings(quoted(ONE) + ", " + quoted(TWO));

        assertThat(events(site)).isEqualTo(events(site)).hasSize(2);
    }

    private static List<String> events(GrantSite site) throws IOException {
        return site.entries().stream()
                .filter(entry -> entry.kind() == Kind.KEY_EVENT)
                .filter((Entry entry) -> entry.text("purpose").equals("root"))
                .map((Entry entry) -> entry.text("event") + " " + entry.text("key"))
                .toList();
    }

    private static String quoted(Ed25519Key key) {
        return "\"" + key.line() + "\"";
    }

    private static Ed25519Key key() {
        return Ed25519Signer.of(Ed25519Signer.generate()).key();
    }
}
