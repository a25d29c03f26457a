package org.modicum.pipeline.flag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.ProofFile;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.nightly.AuditFiles;
import org.modicum.pipeline.nightly.Nightly;
import org.modicum.pipeline.retain.RetainJob;
import org.modicum.pipeline.seal.Age;
import org.modicum.pipeline.seal.Archive;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;
import org.modicum.policy.audit.NoteKey;
import org.modicum.policy.grant.CaseReference;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.Sites;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.pseudonym.Pseudonym;
import org.modicum.policy.retention.About;
import org.modicum.policy.retention.Hold;
import org.modicum.policy.retention.Lift;

/**
 * A hold about one person keeps everybody's weeks, until that person's rows are copied aside under a grant: then the rest
 * goes, and the copy goes when the hold has ended.
 */
class HoldCopyTest {
    /** The first week is past its time on the whole, the second is not. */
    private static final Instant DUE = Instant.parse("2026-04-13T10:00:00Z");

    private static final Pattern DIGEST = Pattern.compile("Digest of this plan: ([0-9a-f]{64})");
    private static final String CASE = "LEG-2026-0007";

    @TempDir
    static Path folder;

    private static FlagSite site;
    private static Path kept;
    private Hold hold;
    private String held;

    @BeforeAll
    static void twoReleasedWeeks() throws IOException {
        site = FlagSite.in(folder.resolve("site")).ready();
        Files.writeString(
                site.folder().resolve("modicum.conf"),
                "modicum.retention { most-share = 1, allowed-days = 3000 }\n",
                StandardOpenOption.APPEND);
        kept = folder.resolve("kept");
        AuditFiles.copy(site.folder(), kept);
    }

    @BeforeEach
    void aHoldAboutOnePerson() throws IOException {
        AuditFiles.delete(site.folder());
        AuditFiles.copy(kept, site.folder());
        hold = hold(new About.Person(new UserName("a.smith")), 60);
        held = Digests.sha256(hold.body());
        site.submit("hold", PayloadType.HOLD, hold.body());
    }

    @Test
    void theRestGoesOnceThePersonsRowsAreCopiedAndTheCopyHasThemAndNobodyElses() throws IOException {
        assertThat(plan().out()).contains("Kept back: activity of 2026-03-02", "Kept back: pseudonym_key of 2026-W10");
        Set<String> own = rows("a.smith", true);
        Set<String> others = rows("a.smith", false);
        assertThat(own).isNotEmpty();

        FlagSite.Outcome copied = copy("a.smith", held, FlagSite.FIRST);

        assertThat(copied.code()).as(copied.err()).isZero();
        assertThat(copied.out() + copied.err()).doesNotContain("a.smith");
        FlagSite.Outcome plan = plan();
        assertThat(plan.out())
                .contains("Held, copied aside: activity of 2026-03-02, for the hold " + CASE)
                .contains("Held, copied aside: pseudonym_key of 2026-W10")
                .contains("had to go on 2026-04-07")
                .doesNotContain("Kept back: activity");
        execute(plan);
        assertThat(rows("a.smith", true)).as("of the first week").isEmpty();
        assertThat(site.home().resolve("keys/2026-W10.key")).doesNotExist();
        assertThat(site.home().resolve("keys/2026-W11.key")).exists();

        Map<String, byte[]> files =
                Archive.read(Age.decrypt(Files.readAllBytes(sealed()), FlagSite.RECIPIENT.identity()));
        JsonNode copy = new ObjectMapper().readTree(files.get("held.json"));
        Set<String> copiedRows = new TreeSet<>();
        copy.get("weeks")
                .forEach(week -> week.get("rows")
                        .forEach(row -> copiedRows.add(row(
                                week.get("pseudonym").asText(),
                                row.get("quarter").asText(),
                                row.get("site").asText(),
                                row.get("deliberateSlots").asLong(),
                                row.get("hits").asLong()))));
        assertThat(copiedRows).isEqualTo(own);
        assertThat(copy.get("person").asText()).isEqualTo("a.smith");
        assertThat(copy.get("hold").asText()).isEqualTo(held);
        for (byte[] content : files.values()) {
            String text = new String(content, UTF_8);
            assertThat(text).doesNotContain("b.reed", "c.khan", "e.lamb", "l.manager", "okoro", "m.jones");
            assertThat(others).noneMatch(row -> text.contains(row.substring(0, Pseudonym.LENGTH)));
        }
        assertThat(site.run("hold", "list").out()).contains("in force, copied aside");
    }

    @Test
    void itIsInTheLogBeforeItIsThereItsProofHoldsAndNothingNamesThePerson() throws IOException {
        assertThat(copy("a.smith", held, FlagSite.FIRST).code()).isZero();

        Path sealed = sealed();
        NoteKey key = NoteKey.parse(
                Files.readString(site.home().resolve("audit/public-key")).strip());
        ProofFile proof = ProofFile.verify(sealed.resolveSibling(sealed.getFileName() + ".tlog-proof"), key);
        proof.refuseUnlessOf(sealed);
        assertThat(proof.entry().kind()).isEqualTo(Kind.HOLD_COPIED);
        assertThat(proof.entry().texts("weeks")).containsExactly("2026-W10");
        for (Entry entry : site.entries()) {
            assertThat(entry.readable()).doesNotContain("a.smith");
        }
        try (Stream<Path> files = Files.walk(site.home())) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(site.home().resolve("holds"))
                            && !file.startsWith(site.home().resolve("grants")))
                    .toList()) {
                assertThat(new String(Files.readAllBytes(file), UTF_8))
                        .as(file.toString())
                        .doesNotContain("a.smith");
                assertThat(file.toString()).doesNotContain("a.smith");
            }
        }
    }

    @Test
    void aCopyThatIsGoneOrChangedStandsInForNothing() throws IOException {
        assertThat(copy("a.smith", held, FlagSite.FIRST).code()).isZero();
        String digest = digest(plan());
        Path sealed = sealed();
        byte[] content = Files.readAllBytes(sealed);

        content[content.length / 2] ^= 1;
        Files.write(sealed, content);
        assertThat(plan().out()).contains("Kept back: activity of 2026-03-02").doesNotContain("copied aside");
        Files.delete(sealed);
        assertThat(plan().out()).contains("Kept back: activity of 2026-03-02").doesNotContain("copied aside");

        FlagSite.Outcome refused = site.run("retain", "--as-of", DUE.toString(), "--execute", digest);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(site.home().resolve("keys/2026-W10.key")).exists();
    }

    @Test
    void whatIsAddedToACopiedWeekLaterIsKeptUntilItIsCopiedToo() throws IOException {
        FlagSite early = FlagSite.in(folder.resolve("early"));
        Path log = early.folder().resolve("logs/access.log");
        String whole = Files.readString(log);
        long thursday = Instant.parse("2026-03-05T00:00:00Z").getEpochSecond();
        Files.writeString(
                log,
                whole.lines()
                        .filter(line -> Long.parseLong(line.substring(0, 10)) < thursday)
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
        Files.writeString(
                early.folder().resolve("modicum.conf"),
                "modicum.retention { most-share = 1, allowed-days = 3000 }\n",
                StandardOpenOption.APPEND);
        assertThat(early.run("ingest", "--as-of", "2026-03-05T02:00:00Z").code())
                .isZero();
        early.trusting().submit("hold", PayloadType.HOLD, hold.body());
        Path grant = early.signed(early.copy(CASE, "a.smith", held, FlagSite.FIRST, FlagSite.FIRST));
        assertThat(early.run("hold", "copy", grant.toString()).code()).isZero();
        Files.writeString(log, whole);
        early.released();

        String plan = early.run("retain", "--as-of", DUE.toString()).out();

        assertThat(plan)
                .contains("Held, copied aside: activity of 2026-03-02")
                .contains("Kept back: activity of 2026-03-05", "Kept back: activity of 2026-03-06")
                .contains("had to go on 2026-04-07")
                .doesNotContain("had to go on 2026-04-10", "had to go on 2026-04-13");
    }

    @Test
    void onceTheHoldIsLiftedTheCopyIsDueAndGoesWithItsProof() throws IOException {
        assertThat(copy("a.smith", held, FlagSite.FIRST).code()).isZero();
        execute(plan());
        assertThat(plan().out()).doesNotContain("held_copy");
        Lift lift = new Lift(now(), new CaseReference(CASE), held, Lift.Reason.CASE_CLOSED);
        site.submit("lift", PayloadType.LIFT, lift.body());
        Instant notYet = Instant.now().plus(7, ChronoUnit.DAYS);
        Instant after = Instant.now().plus(9, ChronoUnit.DAYS);

        planAndExecute(notYet);
        assertThat(sealed()).exists();
        planAndExecute(after);

        assertThat(site.home().resolve("grants/held")).isEmptyDirectory();
        assertThat(site.entries()).anyMatch(entry -> entry.kind() == Kind.CERTIFICATE);
    }

    @Test
    void aCopyForAHoldThatWasPlacedAnewInTheSameCaseStaysToTheEndOfThatOne() throws IOException {
        assertThat(copy("a.smith", held, FlagSite.FIRST).code()).isZero();
        site.submit(
                "again",
                PayloadType.HOLD,
                hold(new About.Person(new UserName("a.smith")), 61).body());
        site.submit(
                "other",
                PayloadType.HOLD,
                hold(new About.Person(new UserName("b.reed")), 200).body());
        Lift lift = new Lift(now(), new CaseReference(CASE), held, Lift.Reason.CASE_CLOSED);
        site.submit("lift", PayloadType.LIFT, lift.body());

        planAndExecute(Instant.now().plus(65, ChronoUnit.DAYS));
        assertThat(sealed()).exists();
        planAndExecute(Instant.now().plus(70, ChronoUnit.DAYS));

        assertThat(site.home().resolve("grants/held")).isEmptyDirectory();
    }

    @Test
    void aGrantForAnotherPersonHoldOrWeekIsRefusedAndNotUsedUp() throws IOException {
        Hold many = hold(new About.Everybody(), 61);
        site.submit("many", PayloadType.HOLD, many.body());

        refused(copy("b.reed", held, FlagSite.FIRST), "HOLD_DIFFERS");
        refused(copy("a.smith", held, FlagSite.SECOND), "HOLD_DIFFERS");
        refused(copy("a.smith", "d".repeat(64), FlagSite.FIRST), "HOLD_UNKNOWN");
        refused(copy("a.smith", Digests.sha256(many.body()), FlagSite.FIRST), "HOLD_DIFFERS");
        Grant alone = site.copy(CASE, "a.smith", held, FlagSite.FIRST, FlagSite.FIRST);
        refused(site.run("hold", "copy", site.signedByOne(alone).toString()), "TOO_FEW_PEOPLE");

        assertThat(site.home().resolve("grants/held")).doesNotExist();
        assertThat(site.entries().stream().map(Entry::kind)).doesNotContain(Kind.GRANT_INTENT, Kind.HOLD_COPIED);
    }

    @Test
    void aGrantForACopyFlagsNobodyNorTheOtherWayRoundAndOneUseIsOne() throws IOException {
        Path grant = site.signed(site.copy(CASE, "a.smith", held, FlagSite.FIRST, FlagSite.FIRST));
        Path flag = site.signed(site.about("HR-2026-1", Sites.ALL, 1, "a.smith"));

        assertThat(site.run("flag", grant.toString()).code()).isEqualTo(64);
        assertThat(site.run("subject-report", grant.toString()).code()).isEqualTo(64);
        assertThat(site.run("hold", "copy", flag.toString()).code()).isEqualTo(64);
        assertThat(site.run("grant", "submit", grant.toString()).code()).isZero();
        assertThat(site.run("flag").code()).as("a night leaves it alone").isZero();
        assertThat(site.run("hold", "copy", grant.toString()).code()).isZero();
        refused(site.run("hold", "copy", grant.toString()), "USED_UP");
    }

    @Test
    void withoutTheWeeksKeyNobodyCanTellWhoseRowsTheyAreAndTheGrantIsNotUsedUp() throws IOException {
        Files.delete(site.home().resolve("keys/2026-W10.key"));

        FlagSite.Outcome outcome = copy("a.smith", held, FlagSite.FIRST);

        assertThat(outcome.code()).isEqualTo(77);
        assertThat(site.entries()).noneMatch(entry -> entry.kind() == Kind.GRANT_INTENT);
    }

    private static Hold hold(About about, int days) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new Hold(
                now(),
                new CaseReference(CASE),
                Hold.Reason.LEGAL_CLAIM,
                about,
                FlagSite.FIRST,
                FlagSite.FIRST,
                today.plusDays(30),
                today.plusDays(days));
    }

    private FlagSite.Outcome copy(String person, String hold, IsoWeek week) {
        return site.run(
                "hold",
                "copy",
                site.signed(site.copy(CASE, person, hold, week, week)).toString());
    }

    private static FlagSite.Outcome plan() {
        return site.run("retain", "--as-of", DUE.toString());
    }

    private static String digest(FlagSite.Outcome plan) {
        Matcher digest = DIGEST.matcher(plan.out());
        assertThat(digest.find()).as(plan.out() + plan.err()).isTrue();
        return digest.group(1);
    }

    private static void execute(FlagSite.Outcome plan) {
        FlagSite.Outcome done = site.run("retain", "--as-of", DUE.toString(), "--execute", digest(plan));
        assertThat(done.code()).as(done.err()).isZero();
    }

    /** The command takes no day that is to come; the job does. */
    private static void planAndExecute(Instant asOf) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        Nightly.run(site.settings(), nowhere, (open, report) -> {
            RetainJob job = new RetainJob(open.settings(), open.home(), open.store(), open.log());
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            job.plan(asOf, new PrintStream(text, true, UTF_8));
            Matcher digest = DIGEST.matcher(text.toString(UTF_8));
            if (digest.find()) {
                job.execute(asOf, digest.group(1), report);
            }
        });
    }

    private static Path sealed() throws IOException {
        try (Stream<Path> files = Files.list(site.home().resolve("grants/held"))) {
            List<Path> sealed =
                    files.filter(file -> file.toString().endsWith(".age")).toList();
            assertThat(sealed).hasSize(1);
            assertThat(sealed.get(0).getFileName().toString()).startsWith(CASE + "-");
            return sealed.get(0);
        }
    }

    /** Rows of the first week as they are in the table, read by other code; empty once its key has gone. */
    private static Set<String> rows(String person, boolean own) throws IOException {
        Path file = site.home().resolve("keys/2026-W10.key");
        Set<String> rows = new TreeSet<>();
        if (!Files.exists(file)) {
            return rows;
        }
        String pseudonym =
                Pseudonym.of(HexFormat.of().parseHex(Files.readString(file).strip()), person);
        Instant end = Instant.parse("2026-03-09T00:00:00Z");
        try (Store store = Store.open(
                        site.settings().store(), site.settings().retention().rules());
                CloseableIterable<Record> all =
                        IcebergGenerics.read(store.table(Tables.ACTIVITY)).build()) {
            List<Record> found = new ArrayList<>();
            all.forEach(found::add);
            for (Record row : found) {
                Instant quarter = ((OffsetDateTime) row.getField("quarter")).toInstant();
                if (quarter.isBefore(end) && row.getField("person").equals(pseudonym) == own) {
                    rows.add(row(
                            (String) row.getField("person"),
                            quarter.toString(),
                            (String) row.getField("site"),
                            (Long) row.getField("deliberate_slots"),
                            (Long) row.getField("hits")));
                }
            }
        }
        return rows;
    }

    private static String row(String pseudonym, String quarter, String site, long deliberate, long hits) {
        return pseudonym + " " + quarter + " " + site + " " + deliberate + " " + hits;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static void refused(FlagSite.Outcome outcome, String reason) {
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(77);
        assertThat(outcome.err()).contains(reason).doesNotContain("a.smith", "b.reed");
    }
}
