package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.retention.Check;
import org.modicum.policy.retention.Plan;
import org.modicum.policy.retention.PlanItem;

/** What Iceberg leaves behind after each step, and that the verification sees it: it is green after the last alone. */
class EvidenceTest {
    private static final String RUN = "20260413T100000.000Z";
    private static final String PATHS = "no file of the plan is there, but the keys";
    private static final String ENTRIES =
            "activity: no manifest has an entry of a deleted file, nor of any that it notes as deleted";
    private static final String STATES = "activity: no metadata file knows an earlier state";
    private static final String STRANGERS = "activity: no file lies in its folder without a place in the table";
    private static final String ROWS = "activity: no row is of what was deleted";

    @TempDir
    Path folder;

    private PastSite past;

    @BeforeEach
    void twoReleasedWeeks() throws IOException {
        past = PastSite.in(folder);
    }

    @Test
    void everyStepIsNeededAndEveryCheckSeesWhatAStepLeaves() throws IOException {
        try (Store store =
                Store.open(past.settings().store(), past.settings().retention().rules())) {
            Plan plan = plan(store);
            TableDeletion deletion = new TableDeletion(store, past.warehouse(), Tables.ACTIVITY, plan.items(), RUN);
            assertThat(red(store, plan)).as("nothing done").contains(PATHS, ENTRIES, STATES, ROWS);

            deletion.deleteRows();
            assertThat(red(store, plan)).as("a deletion stays in its manifest").contains(PATHS, ENTRIES, STATES);
            assertThat(red(store, plan)).doesNotContain(ROWS);

            deletion.rewriteManifests();
            assertThat(red(store, plan)).as("earlier states keep all alive").contains(PATHS, ENTRIES, STATES);

            deletion.expireSnapshots();
            assertThat(red(store, plan)).as("the metadata before knows them").contains(PATHS, STATES, STRANGERS);
            assertThat(red(store, plan)).doesNotContain(ENTRIES);

            deletion.trimMetadata();
            assertThat(red(store, plan)).as("expiring deletes no file").containsExactly(PATHS, STRANGERS);

            deletion.deleteFiles();
            assertThat(red(store, plan)).isEmpty();
        }
    }

    @Test
    void aChecksumThatStaysBehindIsSeen() throws IOException {
        try (Store store =
                Store.open(past.settings().store(), past.settings().retention().rules())) {
            Plan plan = plan(store);
            TableDeletion deletion = new TableDeletion(store, past.warehouse(), Tables.ACTIVITY, plan.items(), RUN);
            deletion.deleteRows();
            deletion.rewriteManifests();
            deletion.expireSnapshots();
            deletion.trimMetadata();
            deletion.deleteFiles();
            Path checksum = Remover.checksum(Path.of(plan.items().get(0).path()));
            Files.createDirectories(checksum.getParent());
            Files.writeString(checksum, "crc");

            assertThat(red(store, plan)).containsExactly(PATHS, STRANGERS);
        }
    }

    /** The first week of the activity. */
    private Plan plan(Store store) {
        List<PlanItem> items = new ArrayList<>();
        new TableFiles(store, past.warehouse(), Tables.ACTIVITY)
                .held(past.settings().zone()).stream()
                        .filter(held -> held.part().compareTo("2026-03-08") <= 0)
                        .forEach(held -> items.add(held.item(Optional.empty())));
        assertThat(items).isNotEmpty();
        return new Plan("rules", items, List.of(), List.of());
    }

    private List<String> red(Store store, Plan plan) {
        return new Evidence(store, past.warehouse(), plan)
                .data().stream()
                        .filter(check -> !check.holds())
                        .map(Check::what)
                        .toList();
    }
}
