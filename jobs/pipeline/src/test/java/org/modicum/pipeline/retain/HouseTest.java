package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.nightly.AuditFiles;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.retention.DataKind;
import org.modicum.policy.retention.Order;
import org.modicum.policy.retention.Plan;
import org.modicum.policy.retention.PlanItem;

/** Every kind of data has a rule, wherever it lies; and what cannot be deleted is not certified. */
class HouseTest {
    @TempDir
    static Path folder;

    private static PastSite past;
    private TestSite site;
    private Settings settings;

    @BeforeAll
    static void twoReleasedWeeks() throws IOException {
        past = PastSite.in(folder);
    }

    @BeforeEach
    void anew() throws IOException {
        site = past.anew();
        settings = past.settings();
    }

    @Test
    void everyFileThatANightAndADeletionLeaveIsOfAKindThatHasARule() {
        SignedHolds.at(site).place("2026-W11", Instant.now(), 30);
        assertThat(PastSite.execute(site, PastSite.FIRST_WEEK_DUE).code()).isZero();
        Places places = new Places(settings, new Home(settings.home()), Warehouse.of(settings.store()));

        assertThat(places.withoutRule()).isEmpty();
        assertThat(SizedFile.below(site.home()).stream().map(file -> places.kindOf(file.file())))
                .contains(
                        Optional.of(DataKind.ACTIVITY),
                        Optional.of(DataKind.RUN_REPORT),
                        Optional.of(DataKind.CERTIFICATE),
                        Optional.of(DataKind.CATALOGUE),
                        Optional.of(DataKind.REPORT),
                        Optional.of(DataKind.HOLD));
    }

    @Test
    void aFileOfNoKindIsNamedInThePlan() throws IOException {
        Files.writeString(site.home().resolve("export.csv"), "who knows");

        assertThat(PastSite.plan(site, PastSite.FIRST_WEEK_DUE).out()).contains("No rule covers", "export.csv");
    }

    @Test
    void everyTableIsOfAKindThatIsATable() {
        assertThat(Tables.all()).allMatch(table -> table.kind().isTable());
        assertThat(Tables.all()).hasSize((int)
                List.of(DataKind.values()).stream().filter(DataKind::isTable).count());
    }

    @Test
    void withoutAnyDataThereIsNothingToPlan() throws IOException {
        TestSite empty = TestSite.at(folder.resolve("empty"), folder.resolve("university"));

        assertThat(empty.run("retain").out()).contains("Nothing has to go.");
    }

    @Test
    void whatCannotBeDeletedIsNotCertifiedUntilItIsGone() throws IOException {
        Path stubborn = site.home().resolve("runs/20250101T000000.000Z.json");
        Files.createDirectories(stubborn);
        Files.writeString(stubborn.resolve("inside"), "so that the folder cannot be deleted");
        Path key = site.home().resolve("keys/2026-W10.key");
        PlanItem report = item(DataKind.RUN_REPORT, "20250101T000000.000Z", stubborn);
        PlanItem week = item(DataKind.PSEUDONYM_KEY, "2026-W10", key);
        Plan plan = new Plan(settings.retention().rules().digest(), List.of(report, week), List.of(), List.of());
        new RetainJournal("20260413T100000.000Z", Order.OF_A_PERSON, Instant.parse("2026-04-13T10:00:00Z"), plan)
                .write(new Home(settings.home()).state());

        TestSite.Outcome red = site.run("report");

        assertThat(red.code()).isEqualTo(1);
        assertThat(red.err()).contains("INCOMPLETE", "no file of the plan is there");
        assertThat(key).as("what was not verified needs its key").exists();
        Path notice = site.home().resolve("certificates/20260413T100000.000Z.incomplete.json");
        assertThat(Certificates.body(site, notice, PayloadType.INCOMPLETE)).contains("INCOMPLETE: not all is gone");
        assertThat(AuditFiles.entries(site)).noneMatch(entry -> entry.kind() == Kind.CERTIFICATE);

        TestSite.Outcome page = site.run("audit", "report");
        assertThat(page.code()).isEqualTo(1);
        assertThat(Files.readString(site.home().resolve("audit/index.html")))
                .contains("No run can begin on this installation", "INCOMPLETE: not all was gone");

        Files.delete(stubborn.resolve("inside"));
        TestSite.Outcome green = site.run("report");

        assertThat(green.code()).as(green.err()).isZero();
        assertThat(stubborn).doesNotExist();
        assertThat(key).doesNotExist();
        assertThat(site.home().resolve("certificates/20260413T100000.000Z.json"))
                .exists();
    }

    private static PlanItem item(DataKind kind, String part, Path path) {
        return new PlanItem(
                kind, part, path.toString(), 1, 0, Optional.empty(), Optional.of(LocalDate.parse("2026-02-01")));
    }
}
