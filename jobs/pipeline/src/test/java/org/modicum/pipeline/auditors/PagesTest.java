package org.modicum.pipeline.auditors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.pipeline.store.SmallTable;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;

/** The pages are inert documents that everybody can read, whatever somebody wrote into a name. */
class PagesTest {
    private static final String SCRIPT = "<script>alert(\"x\")</script> & 'Sons' \u202Etxt.exe";
    private static final String FORMULA = "=HYPERLINK(\"http://evil.example\")";

    @TempDir
    static Path folder;

    private static Map<String, String> files;

    /** A site without any data but what is put into its tables and settings. */
    @BeforeAll
    static void hostileNames() throws IOException {
        TestSite site = TestSite.at(folder.resolve("site"), TestSite.university(folder.resolve("university"), 40, 1));
        site.settings("""
                modicum.sources = [{ name = "+cmd|' /C calc'!A0", format = squid, path = "logs/access*",
                  sanction { regulation = "@R", dpia = "-D", from = 2026-01-01, to = 2027-01-01 } }]
                modicum.controller.name = "<b>Us</b>"
                """);
        Settings settings = SettingsReader.read(site.folder().resolve("modicum.conf"));
        try (Store store = Store.open(settings.store(), settings.retention().rules())) {
            SmallTable thresholds = new SmallTable(store, Tables.THRESHOLD);
            List<Record> rows = new ArrayList<>();
            for (String department : List.of(SCRIPT, FORMULA)) {
                GenericRecord row = thresholds.newRow();
                row.setField("week", "2026-W10");
                row.setField("department", department);
                row.setField("minutes", 30);
                row.setField("per", "DAY");
                row.setField("recorded_at", OffsetDateTime.parse("2026-03-02T00:00:00Z"));
                rows.add(row);
            }
            thresholds.append(rows, "20260302T000000.000Z/2026-W10");
        }
        TestSite.Outcome outcome = site.run("audit", "report");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        files = AuditedSite.files(site.home().resolve("audit"));
    }

    @Test
    void hostileTextIsText() {
        assertThat(files.get("index.html"))
                .contains("<bdi>&lt;script&gt;alert(\"x\")&lt;/script&gt; &amp; 'Sons' \u202Etxt.exe</bdi>");
        assertThat(pages()).allSatisfy(page -> assertThat(page).doesNotContain("<script", "<b>Us"));
        assertThat(files.get("report.json")).contains("\\\"x\\\"");
    }

    @Test
    void noCellOfACsvFileIsAFormula() {
        assertThat(files.get("thresholds.csv")).contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"");
        assertThat(files.get("sanctions.csv")).contains("\n'+cmd|' /C calc'!A0,", ",'@R,'-D,");
        files.forEach((name, text) -> {
            if (name.endsWith(".csv")) {
                assertThat(text).as(name).doesNotContainPattern("(?m)(^|,)\"?[=+@-]");
            }
        });
    }

    @Test
    void aPageAsksNobodyForAnythingAndRunsNothing() {
        assertThat(pages())
                .hasSize(4)
                .allSatisfy(page -> assertThat(page)
                        .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                        .doesNotContainPattern("(?i)<(script|img|link|iframe|object|embed|form|base)\\b")
                        .doesNotContainPattern("(?i)\\s(src|on[a-z]+|action|srcset)\\s*=")
                        .doesNotContainPattern("(?i)href=\"(?!#|audit-report/)")
                        .doesNotContainPattern("(?i)url\\(|@import"));
    }

    @Test
    void everyLinkLeadsToAFileOrAPlaceOfThePage() {
        String index = files.get("index.html");
        Pattern.compile("href=\"([^\"]+)\"").matcher(index).results().forEach(link -> {
            String target = link.group(1);
            if (target.startsWith("#")) {
                assertThat(index).contains("id=\"" + target.substring(1) + "\"");
            } else {
                assertThat(files).containsKey(Path.of(target).getFileName().toString());
            }
        });
    }

    @Test
    void headingsAreInOrderAndTablesSayWhatTheyAre() {
        assertThat(pages()).allSatisfy(page -> {
            List<String> headings = Pattern.compile("<h([1-6])")
                    .matcher(page)
                    .results()
                    .map(heading -> heading.group(1))
                    .toList();
            assertThat(headings.get(0)).isEqualTo("1");
            assertThat(headings.subList(1, headings.size())).isNotEmpty().allMatch("2"::equals);
            assertThat(page).contains("<html lang=\"en-GB\">").containsPattern("<title>[^<]+</title>");
            assertThat(count(page, "<table>")).isEqualTo(count(page, "<caption>"));
            assertThat(page).doesNotContain("<th>");
            assertThat(count(page, "id=\""))
                    .isEqualTo(Pattern.compile("id=\"([^\"]+)\"")
                            .matcher(page)
                            .results()
                            .map(id -> id.group(1))
                            .distinct()
                            .count());
        });
    }

    /** A site that has done nothing yet has a page, too. */
    @Test
    void whereThereIsNothingThePageSaysSo() {
        assertThat(files.get("index.html"))
                .contains("nothing held", "Holds: none.", "No witness has signed the log")
                .contains(">nothing<");
    }

    private static List<String> pages() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".html"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static long count(String page, String what) {
        return page.split(Pattern.quote(what), -1).length - 1;
    }
}
