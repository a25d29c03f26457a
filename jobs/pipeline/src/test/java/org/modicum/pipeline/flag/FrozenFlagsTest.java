package org.modicum.pipeline.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.grant.Sites;

/** A protocol that is changed once its week has begun makes nobody's flag and takes away nobody's (R14). */
class FrozenFlagsTest {
    private static final String OFFICE = "hours = [\"09:00-12:00\", \"13:00-17:00\"]";
    private static final String EVENINGS = "hours = [\"18:00-23:00\"]";

    @TempDir
    Path folder;

    private Path protocol;

    @Test
    void hoursChangedInTheFirstWeekHoldFromTheSecondAndWorkRelatedUseLikewise() throws IOException {
        FlagSite site = begun();
        rewrite(OFFICE, EVENINGS);
        rewrite("roles = [communications], sites = [linkedin]", "sites = [youtube]");
        FlagSite.Outcome night = site.run("nightly", "--as-of", FlagSite.AFTER.toString());
        assertThat(night.code()).as(night.err()).isZero();
        assertThat(night.out() + night.err())
                .contains("Registry (working time, work-related use) was changed for 2026-W10")
                .doesNotContain("changed for 2026-W11");
        site = site.ready();
        rewrite(EVENINGS, OFFICE);
        rewrite("sites = [youtube]", "sites = [facebook, reddit]");

        assertThat(site.run(
                                "flag",
                                site.signed(site.about("HR-2026-1", Sites.ALL, 1, "a.smith", "c.khan"))
                                        .toString())
                        .code())
                .isZero();

        assertThat(site.opened("HR-2026-1").get("flag.json"))
                .contains("\"day\" : \"2026-03-02\"", "\"day\" : \"2026-03-04\"", "\"day\" : \"2026-03-09\"")
                .doesNotContain("\"day\" : \"2026-03-10\"", "weeksByLaterProtocol");
    }

    @Test
    void ofAWeekThatAnEarlierVersionMetTheThresholdIsFrozenAndTheFileSaysSo() throws IOException {
        FlagSite site = begun();
        try (Store store =
                Store.open(site.settings().store(), site.settings().retention().rules())) {
            for (String column : List.of("zone", "holidays", "days", "hours", "work_related")) {
                store.table(Tables.THRESHOLD)
                        .updateSchema()
                        .deleteColumn(column)
                        .commit();
            }
        }
        site = site.ready();
        rewrite(OFFICE, EVENINGS);
        rewrite("minutes = 30", "minutes = 1");

        assertThat(site.run(
                                "flag",
                                site.signed(site.about("HR-2026-2", Sites.ALL, 1, "a.smith"))
                                        .toString())
                        .code())
                .isZero();

        assertThat(site.opened("HR-2026-2").get("flag.json"))
                .contains("\"weeksByLaterProtocol\" : [ \"2026-W10\" ]", "\"day\" : \"2026-03-10\"")
                .contains("\"thresholdMinutes\" : 30")
                .doesNotContain("\"day\" : \"2026-03-02\"", "\"day\" : \"2026-03-09\"");
        assertThat(site.opened("HR-2026-2").get("flag.html")).contains("By a later protocol", "2026-W10");
    }

    /** After a night in the first week, of whose log there is as much as there would be by then. */
    private FlagSite begun() throws IOException {
        FlagSite site = FlagSite.in(folder);
        protocol = folder.resolve("protocols/registry.conf");
        Path log = folder.resolve("logs/access.log");
        List<String> whole = Files.readAllLines(log);
        Files.write(
                log,
                whole.stream().filter(line -> line.compareTo("1772500000") < 0).toList());
        FlagSite.Outcome night = site.run("nightly", "--as-of", "2026-03-03T02:00:00Z");
        assertThat(night.code()).as(night.err()).isZero();
        Files.write(log, whole);
        return site;
    }

    private void rewrite(String before, String after) throws IOException {
        String text = Files.readString(protocol);
        assertThat(text).contains(before);
        Files.writeString(protocol, text.replace(before, after));
    }
}
