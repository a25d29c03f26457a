package org.modicum.pipeline.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.policy.grant.Sites;

/** Somebody who has no key, but can write into the folders of the log and of the grants. */
class FlagFolderAttacksTest {
    @TempDir
    static Path folder;

    private static FlagSite site;

    @BeforeAll
    static void twoReleasedWeeks() throws IOException {
        site = FlagSite.in(folder).ready();
    }

    @Test
    void aLogFromBeforeTheUseThatIsPutBackFreesNoUse() throws IOException {
        Path audit = site.settings().audit();
        Path kept = folder.resolve("kept");
        Path file = site.signed(site.about("HR-2026-1", Sites.ALL, 1, "a.smith"));
        copy(audit, kept);
        assertThat(site.run("flag", file.toString()).code()).isZero();
        byte[] first = Files.readAllBytes(site.sealed("HR-2026-1").get(0));
        Path newer = folder.resolve("newer");
        Files.move(audit, newer);
        copy(kept, audit);

        FlagSite.Outcome again = site.run("flag", file.toString());

        assertThat(again.code()).as(again.out()).isEqualTo(77);
        assertThat(again.err()).contains(".tlog-proof");
        assertThat(Files.readAllBytes(site.sealed("HR-2026-1").get(0))).isEqualTo(first);
        Path proof = Path.of(site.sealed("HR-2026-1").get(0) + ".tlog-proof");
        Path away = Files.move(proof, folder.resolve("away"));
        FlagSite.Outcome without = site.run("flag", file.toString());

        assertThat(without.code()).as(without.out()).isEqualTo(77);
        assertThat(Files.readAllBytes(site.sealed("HR-2026-1").get(0))).isEqualTo(first);
        Files.move(away, proof);
        remove(audit);
        Files.move(newer, audit);
    }

    @Test
    void whatIsNoGrantInTheFolderKeepsNoGrantBack() throws IOException {
        Path file = site.signed(site.about("HR-2026-2", Sites.ALL, 1, "a.smith"));
        assertThat(site.run("grant", "submit", file.toString()).code()).isZero();
        Path live = site.settings().grants().resolve("live");
        Files.createDirectory(live.resolve("AA-2026-1.json"));
        Path large = Files.write(live.resolve("AA-2026-2.json"), new byte[(1 << 20) + 1]);

        FlagSite.Outcome night = site.run("flag");

        assertThat(night.code()).as(night.err()).isEqualTo(77);
        assertThat(night.out()).contains("2 among the grants").doesNotContain("AA-2026");
        assertThat(site.sealed("HR-2026-2")).hasSize(1);
        assertThat(site.run("grant", "list").code()).isZero();
        Files.delete(large);
        Files.delete(live.resolve("AA-2026-1.json"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepest = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepest) {
                Files.delete(path);
            }
        }
    }
}
