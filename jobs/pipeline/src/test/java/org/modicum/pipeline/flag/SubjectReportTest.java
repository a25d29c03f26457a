package org.modicum.pipeline.flag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.home.AtomicFile;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.Purpose;
import org.modicum.policy.grant.Reason;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.grant.Subject;
import org.modicum.policy.grant.UserName;

/** A person is given all that is held about them and nothing about anybody else. */
class SubjectReportTest {
    @TempDir
    static Path folder;

    private static FlagSite site;

    @BeforeAll
    static void twoReleasedWeeksAndAFlag() throws IOException {
        site = FlagSite.in(folder).ready();
        Grant flag = site.about("HR-2026-1", Sites.ALL, 1, "a.smith", "b.reed");
        assertThat(site.run("grant", "submit", site.signed(flag).toString()).code())
                .isZero();
        assertThat(site.run("flag", site.signed(flag).toString()).code()).isZero();
        Grant other = site.about("HR-2026-2", Sites.ALL, 1, "c.khan");
        assertThat(site.run("grant", "submit", site.signed(other).toString()).code())
                .isZero();
    }

    @Test
    void allRowsOfThePersonAndNobodyElse() throws IOException {
        Grant grant = site.report("SAR-2026-1", "a.smith", FlagSite.FIRST, FlagSite.SECOND);

        FlagSite.Outcome outcome =
                site.run("subject-report", site.signedByOne(grant).toString());

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out() + outcome.err()).doesNotContain("a.smith");
        Map<String, String> files = site.opened("SAR-2026-1");
        assertThat(files.keySet()).containsExactly("report.html", "report.json");
        JsonNode report = new ObjectMapper().readTree(files.get("report.json"));
        Set<String> own = new HashSet<>(report.findValuesAsText("pseudonym"));
        assertThat(own).hasSize(2);
        Scan scan = scan(own);
        int rows = 0;
        for (JsonNode week : report.get("weeks")) {
            rows += week.get("rows").size();
        }
        assertThat(rows).isEqualTo(scan.ownRows()).isPositive();
        for (String file : files.values()) {
            assertThat(file).doesNotContain("b.reed", "c.khan", "e.lamb", "l.manager", "m.jones", "q.reader", "okoro");
            assertThat(scan.others()).noneMatch(file::contains);
        }
    }

    @Test
    void theFlagsThatWereMadeAndTheGrantsThatTouchedThemAreInIt() throws IOException {
        Grant grant = site.report("SAR-2026-2", "b.reed", FlagSite.FIRST, FlagSite.FIRST);
        assertThat(site.run("subject-report", site.signedByOne(grant).toString())
                        .code())
                .isZero();

        JsonNode report = new ObjectMapper().readTree(site.opened("SAR-2026-2").get("report.json"));

        assertThat(report.get("grants").findValuesAsText("caseReference"))
                .contains("HR-2026-1")
                .doesNotContain("HR-2026-2");
        assertThat(report.get("grants").toString()).contains("  flag  ", "weeks=2026-W10,2026-W11");
        assertThat(report.get("weeksNotGranted").toString()).isEqualTo("[\"2026-W11\"]");
        assertThat(report.get("weeks").get(0).get("days")).hasSize(5);
    }

    @Test
    void aGrantThatWasUsedWithoutBeingHandedInFirstIsInItAsWell() throws IOException {
        Grant used = site.about("HR-2026-5", Sites.ALL, 1, "b.reed");
        assertThat(site.run("flag", site.signed(used).toString()).code()).isZero();
        Grant grant = site.report("SAR-2026-5", "b.reed", FlagSite.FIRST, FlagSite.FIRST);
        assertThat(site.run("subject-report", site.signedByOne(grant).toString())
                        .code())
                .isZero();

        JsonNode report = new ObjectMapper().readTree(site.opened("SAR-2026-5").get("report.json"));

        assertThat(report.get("grants").findValuesAsText("caseReference")).contains("HR-2026-5");
        assertThat(report.get("grantsUnread").asInt()).isZero();
    }

    @Test
    void aGrantAboutSomebodyWhoseNameDiffersInSpellingAloneIsNotInIt() throws IOException {
        Path staff = site.folder().resolve("staff.csv");
        Path settings = site.folder().resolve("modicum.conf");
        String before = Files.readString(staff);
        String conf = Files.readString(settings);
        Files.writeString(staff, before + "B.Reed,Library,Central,,,,\n");
        Files.writeString(settings, conf + "modicum.directory.ignore-case = false\n");
        Grant other = site.grant(
                "HR-2026-6",
                new Purpose.NamedSubjects(
                        Reason.EXCESSIVE_USE, List.of(new Subject(new UserName("B.Reed"), "Library"))),
                Sites.ALL,
                1,
                FlagSite.FIRST,
                FlagSite.SECOND);
        assertThat(site.run("grant", "submit", site.signed(other).toString()).code())
                .isZero();
        Grant grant = site.report("SAR-2026-6", "b.reed", FlagSite.FIRST, FlagSite.FIRST);
        assertThat(site.run("subject-report", site.signedByOne(grant).toString())
                        .code())
                .isZero();
        Files.writeString(staff, before);
        Files.writeString(settings, conf);

        assertThat(site.opened("SAR-2026-6").get("report.json")).doesNotContain("HR-2026-6");
    }

    @Test
    void aGrantToFlagIsNoGrantForAReport() throws IOException {
        Path flag = site.signed(site.about("HR-2026-3", Sites.ALL, 1, "a.smith"));

        assertThat(site.run("subject-report", flag.toString()).code()).isEqualTo(64);
        assertThat(site.sealed("HR-2026-3")).isEmpty();
    }

    @Test
    void afterTheKeyIsDestroyedTheReportSaysThatNobodyCanTell() throws IOException {
        Path key = site.home().resolve("keys/2026-W11.key");
        byte[] content = Files.readAllBytes(key);
        Files.delete(key);
        Grant grant = site.report("SAR-2026-4", "b.reed", FlagSite.FIRST, FlagSite.SECOND);

        assertThat(site.run("subject-report", site.signedByOne(grant).toString())
                        .code())
                .isZero();

        Files.write(key, content);
        Files.setPosixFilePermissions(key, AtomicFile.OWNER_ONLY);
        JsonNode report = new ObjectMapper().readTree(site.opened("SAR-2026-4").get("report.json"));
        assertThat(report.get("weeksWithoutKey").toString()).isEqualTo("[\"2026-W11\"]");
        assertThat(report.get("weeks")).hasSize(1);
    }

    /** What is in the table, read by other code. */
    private record Scan(int ownRows, Set<String> others) {}

    private static Scan scan(Set<String> own) throws IOException {
        int rows = 0;
        Set<String> others = new HashSet<>();
        try (Store store = Store.open(
                        site.settings().store(), site.settings().retention().rules());
                CloseableIterable<Record> all =
                        IcebergGenerics.read(store.table(Tables.ACTIVITY)).build()) {
            for (Record row : all) {
                String person = (String) row.getField("person");
                if (own.contains(person)) {
                    rows++;
                } else {
                    others.add(person);
                }
            }
        }
        return new Scan(rows, others);
    }
}
