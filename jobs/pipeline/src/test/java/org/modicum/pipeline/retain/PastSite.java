package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.nightly.AuditFiles;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.policy.pseudonym.Pseudonym;

/**
 * A site with two released weeks, 2026-W10 and W11, of which a copy is kept, so that every test has it anew in the same
 * place: tables name their files by absolute paths.
 */
final class PastSite {
    /** The week of 2 to 8 March is past its 35 days on the whole, and missed by no more than 6 days. */
    static final Instant FIRST_WEEK_DUE = Instant.parse("2026-04-13T10:00:00Z");

    static final String DAYS = "modicum.retention.most-share = 0.7\n";

    private static final Instant BOTH_RELEASED = Instant.parse("2026-03-17T02:00:00Z");
    private static final Pattern DIGEST = Pattern.compile("Digest of this plan: ([0-9a-f]{64})");

    private final TestSite site;
    private final Path kept;

    private PastSite(TestSite site, Path kept) {
        this.site = site;
        this.kept = kept;
    }

    static PastSite in(Path folder) throws IOException {
        Path university = TestSite.university(folder.resolve("university"), 40, 14);
        TestSite site = TestSite.at(folder.resolve("site"), university);
        site.settings(DAYS);
        Files.copy(university.resolve("access.log"), site.log("access.log"));
        TestSite.Outcome night = site.nightly(BOTH_RELEASED);
        assertThat(night.code()).as(night.err()).isZero();
        PastSite past = new PastSite(site, folder.resolve("kept"));
        AuditFiles.copy(site.folder(), past.kept);
        return past;
    }

    /** As it was on the night after the second week. */
    TestSite anew() throws IOException {
        AuditFiles.delete(site.folder());
        AuditFiles.copy(kept, site.folder());
        return site;
    }

    Settings settings() {
        return SettingsReader.read(site.folder().resolve("modicum.conf"));
    }

    Warehouse warehouse() {
        return Warehouse.of(settings().store());
    }

    List<Entry> entries() throws IOException {
        try (AuditLog log = AuditLog.open(settings())) {
            return List.copyOf(log.entries());
        }
    }

    static TestSite.Outcome plan(TestSite site, Instant asOf) {
        return site.run("retain", "--as-of", asOf.toString());
    }

    static String digest(TestSite site, Instant asOf) {
        TestSite.Outcome plan = plan(site, asOf);
        Matcher digest = DIGEST.matcher(plan.out());
        assertThat(digest.find()).as(plan.out() + plan.err()).isTrue();
        return digest.group(1);
    }

    static TestSite.Outcome execute(TestSite site, Instant asOf, String digest) {
        return site.run("retain", "--as-of", asOf.toString(), "--execute", digest);
    }

    /** Plans and does it. */
    static TestSite.Outcome execute(TestSite site, Instant asOf) {
        return execute(site, asOf, digest(site, asOf));
    }

    /** What everybody of the directory is called in the activity of a week. */
    static Set<String> pseudonyms(TestSite site, String week) throws IOException {
        return pseudonyms(
                Files.readString(site.home().resolve("keys").resolve(week + ".key")),
                site.folder().resolve("staff.csv"));
    }

    static Set<String> pseudonyms(String keyFile, Path staff) throws IOException {
        byte[] key = HexFormat.of().parseHex(keyFile.strip());
        Set<String> pseudonyms = new HashSet<>();
        Files.readAllLines(staff).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .forEach(user -> pseudonyms.add(Pseudonym.of(key, user)));
        return pseudonyms;
    }

    static List<Path> files(Path folder, String end) {
        List<Path> files = new ArrayList<>();
        SizedFile.below(folder).stream()
                .filter(file -> file.name().endsWith(end))
                .forEach(file -> files.add(file.file()));
        return files;
    }

    static Path activity(TestSite site) {
        return site.home().resolve("store/warehouse/modicum/activity");
    }

    static Path certificates(TestSite site) {
        return site.home().resolve("certificates");
    }
}
