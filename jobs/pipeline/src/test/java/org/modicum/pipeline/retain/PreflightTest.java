package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.home.RunLock;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.pipeline.store.AnyRules;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;

/** What would make a deletion incomplete, or delete too much, is refused before anything is said about deleting. */
class PreflightTest {
    private static final Instant DUE = PastSite.FIRST_WEEK_DUE;

    @TempDir
    static Path folder;

    private static PastSite past;
    private TestSite site;

    @BeforeAll
    static void twoReleasedWeeks() throws IOException {
        past = PastSite.in(folder);
    }

    @BeforeEach
    void anew() throws IOException {
        site = past.anew();
    }

    @Test
    void aTagThatWouldKeepDataAliveIsRefusedAtTheStart() throws IOException {
        try (Store store = Store.open(past.settings().store(), AnyRules.rules())) {
            Table activity = store.table(Tables.ACTIVITY);
            activity.manageSnapshots()
                    .createTag("evidence", activity.currentSnapshot().snapshotId())
                    .commit();
        }

        TestSite.Outcome refused = PastSite.plan(site, DUE);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("evidence", "place a hold");
    }

    @Test
    void aSettingOfATableThatKeepsFilesAliveIsRefusedAtTheStart() {
        try (Store store = Store.open(past.settings().store(), AnyRules.rules())) {
            Table activity = store.table(Tables.ACTIVITY);
            activity.manageSnapshots().createBranch("audit").commit();
            activity.updateProperties().set("gc.enabled", "false").commit();
        }

        assertThat(PastSite.plan(site, DUE).err()).contains("branch audit", "gc.enabled");
    }

    @Test
    void aTableThatNamesAFileWhichIsNotThereIsNotDeletedFrom() throws IOException {
        String digest = PastSite.digest(site, DUE);
        Files.delete(PastSite.files(PastSite.activity(site), ".parquet").get(0));
        List<SizedFile> before = SizedFile.below(site.home().resolve("store/warehouse"));

        TestSite.Outcome refused = PastSite.execute(site, DUE, digest);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("names 1 files that are not there");
        assertThat(SizedFile.below(site.home().resolve("store/warehouse"))).isEqualTo(before);
    }

    @Test
    void whileAnotherRunIsAtWorkNothingIsDone() throws IOException {
        String digest = PastSite.digest(site, DUE);
        try (RunLock lock = RunLock.take(new Home(site.home()))) {
            assertThat(PastSite.execute(site, DUE, digest).code()).isEqualTo(75);
        }
    }

    @Test
    void anotherPartitioningIsRefusedAtTheStart() {
        try (Store store = Store.open(past.settings().store(), AnyRules.rules())) {
            store.table(Tables.ACTIVITY).updateSpec().addField("site").commit();
        }

        assertThat(PastSite.plan(site, DUE).err()).contains("partitioned otherwise");
    }

    @Test
    void aForeignFileInTheWarehouseIsRefusedAtTheStart() throws IOException {
        Files.writeString(PastSite.activity(site).resolve("notes.txt"), "mine");

        TestSite.Outcome refused = PastSite.plan(site, DUE);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("notes.txt");
    }
}
