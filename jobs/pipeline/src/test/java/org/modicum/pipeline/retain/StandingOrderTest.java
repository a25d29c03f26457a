package org.modicum.pipeline.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.PayloadType;

/** {@code nightly} deletes under two people's order, and under nothing else. */
class StandingOrderTest {
    private static final Instant DUE = PastSite.FIRST_WEEK_DUE;
    private static final Pattern PAYLOAD = Pattern.compile("\"payload\": \"([^\"]+)\"");

    @TempDir
    static Path folder;

    private static PastSite past;
    private TestSite site;
    private SignedHolds people;

    @BeforeAll
    static void twoReleasedWeeks() throws IOException {
        past = PastSite.in(folder);
    }

    @BeforeEach
    void anew() throws IOException {
        site = past.anew();
        people = SignedHolds.at(site);
    }

    @Test
    void everyNightDeletesWhatIsPastItsTimeAndTheCertificateSaysByWhoseOrder() throws IOException {
        byte[] draft = draft();
        assertThat(submit(people.signed(PayloadType.STANDING_RULE, draft)).code())
                .isZero();

        TestSite.Outcome night = site.nightly(DUE);
        TestSite.Outcome next = site.nightly(DUE.plusSeconds(60));

        assertThat(night.code()).as(night.out() + night.err()).isZero();
        assertThat(night.out()).contains("Deleted and verified");
        assertThat(site.home().resolve("keys/2026-W10.key")).doesNotExist();
        assertThat(certificate()).contains("\"ordered_by\": \"standing rule " + Digests.sha256(draft) + "\"");
        assertThat(next.code()).isZero();
        assertThat(next.out()).contains("Nothing to do");
    }

    @Test
    void withoutAnOrderNothingIsDeletedAndThatIsSaid() {
        TestSite.Outcome night = site.nightly(DUE);

        assertThat(night.code()).isZero();
        assertThat(night.out()).contains("past their time", "there is no standing rule", "modicum retain");
        nothingIsDeleted();
    }

    @Test
    void aRuleOrAGuardThatWasChangedSinceIsNoLongerOrdered() throws IOException {
        submit(people.signed(PayloadType.STANDING_RULE, draft()));
        String settings = Files.readString(site.folder().resolve("modicum.conf"));
        for (List<String> change : List.of(
                List.of("modicum.retention.rules.activity.keep = 34 days", "RULES_DIFFER"),
                List.of("modicum.retention.newest-days = 1", "GUARDS_DIFFER"))) {
            site.write("modicum.conf", settings + change.get(0) + "\n");

            TestSite.Outcome night = site.nightly(DUE);

            assertThat(night.code()).isEqualTo(77);
            assertThat(night.out()).contains("were not deleted", "not those that were signed");
            assertThat(lastRefusal()).containsExactly(change.get(1));
            nothingIsDeleted();
        }
    }

    @Test
    void onePersonAloneOrdersNothing() throws IOException {
        TestSite.Outcome refused = submit(people.signedAlone(PayloadType.STANDING_RULE, draft()));

        assertThat(refused.code()).isEqualTo(77);
        assertThat(refused.err()).contains("Too few different people signed");
        assertThat(lastRefusal()).containsExactly("TOO_FEW_PEOPLE");
        assertThat(site.home().resolve("standing-rule.json")).doesNotExist();
    }

    @Test
    void anOrderThatWasSupersededAndPutBackOrdersNothing() throws IOException {
        byte[] first = people.signed(PayloadType.STANDING_RULE, draft());
        submit(first);
        submit(people.signed(PayloadType.STANDING_RULE, propose("--days", "30")));
        Files.write(site.home().resolve("standing-rule.json"), first);

        assertThat(site.nightly(DUE).code()).isEqualTo(77);
        assertThat(lastRefusal()).containsExactly("NOT_THE_NEWEST");
        nothingIsDeleted();
    }

    @Test
    void anOrderThatWasDamagedOrdersNothing() throws IOException {
        byte[] good = people.signed(PayloadType.STANDING_RULE, draft());
        submit(good);
        Files.write(site.home().resolve("standing-rule.json"), new byte[] {'{', '}'});

        assertThat(site.nightly(DUE).code()).isEqualTo(77);
        assertThat(lastRefusal()).containsExactly("NOT_AN_ENVELOPE");
        nothingIsDeleted();
    }

    @Test
    void runsThatWereMissedAreAnAlarmWhileTheRestOfTheNightIsDone() throws IOException {
        submit(people.signed(PayloadType.STANDING_RULE, draft()));

        TestSite.Outcome night = site.nightly(DUE.plus(Duration.ofDays(10)));

        assertThat(night.code()).isEqualTo(1);
        assertThat(night.out()).contains("MISSED: ", "runs were missed", "report");
        assertThat(lastRefusal()).contains("MISSED");
        nothingIsDeleted();
    }

    @Test
    void aHoldThatDoesNotCountStopsTheDeletionAndNotTheNight() throws IOException {
        submit(people.signed(PayloadType.STANDING_RULE, draft()));
        people.placeAlone("2026-W10", DUE.minus(Duration.ofDays(30)), 60);

        TestSite.Outcome night = site.nightly(DUE);

        assertThat(night.code()).isEqualTo(77);
        assertThat(night.out()).contains("Nothing was deleted", "LEG-2026-0007.json");
        nothingIsDeleted();
    }

    @Test
    void whatSomebodySignsIsShownInPlainWords() throws IOException {
        TestSite.Outcome proposed = proposed("--days", "30");

        assertThat(proposed.out())
                .contains("activity", "35 days after the day it is about", "70 % of a table's rows", "Two people sign");
        assertThat(proposed("--days", "400").code()).isEqualTo(64);
    }

    private void nothingIsDeleted() {
        assertThat(site.home().resolve("keys/2026-W10.key")).exists();
        assertThat(PastSite.certificates(site)).doesNotExist();
    }

    private byte[] draft() throws IOException {
        return propose("--days", "365");
    }

    private byte[] propose(String... more) throws IOException {
        TestSite.Outcome proposed = proposed(more);
        assertThat(proposed.code()).as(proposed.err()).isZero();
        return Files.readAllBytes(site.folder().resolve("draft.json"));
    }

    private TestSite.Outcome proposed(String... more) throws IOException {
        Path draft = site.folder().resolve("draft.json");
        Files.deleteIfExists(draft);
        return site.run("retain", "propose", "--case", "DPO-2026-0003", "--out", draft.toString(), more[0], more[1]);
    }

    private TestSite.Outcome submit(byte[] envelope) throws IOException {
        Path file = Files.write(site.folder().resolve("signed.json"), envelope);
        return site.run("retain", "submit", file.toString());
    }

    private List<String> lastRefusal() throws IOException {
        List<Entry> entries = past.entries().stream()
                .filter(entry -> entry.kind() == Kind.RETENTION_REFUSED)
                .toList();
        return entries.get(entries.size() - 1).texts("reasons");
    }

    private String certificate() throws IOException {
        List<Path> files = PastSite.files(PastSite.certificates(site), ".json");
        assertThat(files).hasSize(1);
        Matcher payload = PAYLOAD.matcher(Files.readString(files.get(0)));
        assertThat(payload.find()).isTrue();
        return new String(Base64.getDecoder().decode(payload.group(1)), StandardCharsets.UTF_8);
    }
}
