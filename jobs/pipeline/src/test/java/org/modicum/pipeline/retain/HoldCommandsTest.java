package org.modicum.pipeline.retain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.approver.KeyFile;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.nightly.AuditFiles;
import org.modicum.pipeline.nightly.TestSite;
import org.modicum.pipeline.nightly.TestSite.Outcome;

/** Two people place a hold, and two lift it, by the commands that they type; what is taken away or slipped in is noticed. */
class HoldCommandsTest {
    private static final Instant DUE = PastSite.FIRST_WEEK_DUE;
    private static final String PASSPHRASE = "correct horse battery";
    private final LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static PastSite past;
    private static String person;
    private TestSite site;

    @BeforeAll
    static void twoReleasedWeeksAndTwoKeys() throws IOException {
        past = PastSite.in(folder);
        for (String key : List.of("officer", "personnel")) {
            KeyFile.make(folder.resolve(key), PASSPHRASE.toCharArray());
        }
    }

    @BeforeEach
    void anew() throws IOException {
        site = past.anew();
        SignedHolds.at(
                site,
                KeyFile.open(folder.resolve("officer"), PASSPHRASE.toCharArray()),
                KeyFile.open(folder.resolve("personnel"), PASSPHRASE.toCharArray()));
        Path staff = site.folder().resolve("staff.csv");
        person = Files.readAllLines(staff).get(1).split(",")[0];
        Files.writeString(
                staff,
                "d.officer,Governance,Central,,,,\np.personnel,Personnel,Central,,,,\n",
                StandardOpenOption.APPEND);
    }

    @Test
    void aHoldThatTwoPeoplePlaceBetweenPlanAndExecutionStopsTheExecution() throws IOException {
        String digest = PastSite.digest(site, DUE);
        ok(place("person", "--of", person));
        ok(sign("LEG-2026-0007.hold", "personnel"));
        assertThat(ok(submit("LEG-2026-0007.hold")).out()).contains("in force until");

        Outcome refused = PastSite.execute(site, DUE, digest);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("Nothing was deleted", "Something has changed");
        assertThat(site.home().resolve("keys/2026-W10.key")).exists();
        Outcome plan = PastSite.plan(site, DUE);
        assertThat(plan.out()).contains("Kept back: activity of 2026-03-02, by the hold LEG-2026-0007");
        assertThat(ok(site.run("hold", "list")).out())
                .contains("LEG-2026-0007", "a person", "2026-W10 to 2026-W10", "legal_claim", "in force")
                .doesNotContain(person);
        Path file = folderOfHolds().get(0);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getFileName().toString()).doesNotContain(person);
        assertThat(only(Kind.HOLD_PLACED).readable())
                .contains("case_ref=LEG-2026-0007", "about=person", "first=2026-W10")
                .doesNotContain(person);
    }

    @Test
    void onceTwoPeopleHaveLiftedItItsWeekGoes() throws IOException {
        inForce("weeks");
        ok(lift());
        Outcome alone = submit("LEG-2026-0007.lift");
        assertThat(alone.code()).isEqualTo(77);
        assertThat(alone.err()).contains("TOO_FEW_PEOPLE");
        assertThat(PastSite.plan(site, DUE).out()).contains("Kept back: activity");
        ok(sign("LEG-2026-0007.lift", "officer"));
        assertThat(ok(submit("LEG-2026-0007.lift")).out()).contains("is lifted");

        assertThat(ok(site.run("hold", "list")).out()).contains("lifted").doesNotContain("in force");
        assertThat(PastSite.plan(site, DUE).out()).doesNotContain("Kept back");
        ok(PastSite.execute(site, DUE));
        assertThat(site.home().resolve("keys/2026-W10.key")).doesNotExist();
        assertThat(folderOfHolds())
                .as("hold and lift are there for as long as the rule says")
                .hasSize(2);
        assertThat(only(Kind.HOLD_LIFTED).text("hold"))
                .isEqualTo(only(Kind.HOLD_PLACED).text("hold"));
        assertThat(submit("LEG-2026-0007.hold").err()).contains("HOLD_OVER");
        assertThat(submit("LEG-2026-0007.lift").code()).as("the same again").isZero();
    }

    @Test
    void aHoldThatWasTakenOutOfTheFolderStopsEveryDeletionUntilItIsHandedInAgain() throws IOException {
        String digest = PastSite.digest(site, DUE);
        inForce("weeks");
        Files.delete(folderOfHolds().get(0));

        for (Outcome refused :
                List.of(PastSite.plan(site, DUE), PastSite.execute(site, DUE, digest), site.run("hold", "list"))) {
            assertThat(refused.code()).isEqualTo(77);
            assertThat(refused.err()).contains("The hold LEG-2026-0007", "is not in the folder", "Hand it in again");
        }
        assertThat(site.home().resolve("keys/2026-W10.key")).exists();
        ok(submit("LEG-2026-0007.hold"));
        assertThat(PastSite.plan(site, DUE).out()).contains("Kept back: activity");
        assertThat(entries(Kind.HOLD_PLACED)).as("placed once").hasSize(1);
    }

    @Test
    void aHoldThatWasPutThereByHandIsLoggedByThePlanAndMissedFromThenOn() throws IOException {
        ok(place("weeks"));
        ok(sign("LEG-2026-0007.hold", "personnel"));
        Files.createDirectories(site.home().resolve("holds"));
        Path byHand = site.home().resolve("holds/by-hand.json");
        Files.copy(file("LEG-2026-0007.hold.signed.json"), byHand);
        assertThat(PastSite.plan(site, DUE).out()).contains("Kept back: activity");
        Files.delete(byHand);

        assertThat(PastSite.plan(site, DUE).code()).isEqualTo(77);
    }

    @Test
    void aLiftThatWasSlippedIntoTheFolderOrTakenOutOfItStopsEveryDeletion() throws IOException {
        inForce("weeks");
        ok(lift());
        ok(sign("LEG-2026-0007.lift", "officer"));
        Path slipped = site.home().resolve("holds/slipped.json");
        Files.copy(file("LEG-2026-0007.lift.signed.json"), slipped);
        Outcome refused = PastSite.plan(site, DUE);
        assertThat(refused.code()).isEqualTo(77);
        assertThat(refused.err()).contains("was put into the folder and not handed in");
        ok(submit("LEG-2026-0007.lift"));
        assertThat(PastSite.plan(site, DUE).code()).isZero();
        Files.delete(slipped);

        assertThat(PastSite.plan(site, DUE).err()).contains("was lifted, but the lift");
    }

    @Test
    void whatDoesNotCountIsLoggedAndNotPutIntoTheFolder() throws IOException {
        ok(place("person", "--of", "n.obody"));
        assertThat(submit("LEG-2026-0007.hold").err()).contains("TOO_FEW_PEOPLE");
        ok(sign("LEG-2026-0007.hold", "personnel"));
        Outcome unknown = submit("LEG-2026-0007.hold");
        assertThat(unknown.code()).isEqualTo(77);
        assertThat(unknown.err()).contains("HOLD_ABOUT_UNKNOWN").doesNotContain("n.obody");
        Path grant = Files.writeString(site.folder().resolve("none.json"), "{}");
        assertThat(site.run("hold", "submit", grant.toString()).code()).isEqualTo(77);

        assertThat(site.home().resolve("holds")).doesNotExist();
        assertThat(entries(Kind.HOLD_REFUSED).stream().map(entry -> entry.texts("reasons")))
                .containsExactly(List.of("TOO_FEW_PEOPLE"), List.of("HOLD_ABOUT_UNKNOWN"), List.of("NOT_AN_ENVELOPE"));
    }

    @Test
    void aHoldForMoreThanAYearOrWithoutAllThatIsAskedForIsNotDrawnUp() {
        Outcome missing = site.run(
                "hold",
                "place",
                "--case",
                "LEG-2026-0007",
                "--key",
                folder.resolve("officer").toString());
        assertThat(missing.code()).isEqualTo(64);
        assertThat(missing.err()).contains("--about", "--first", "--last", "--reason", "--review", "--expiry");

        Outcome year = placed("officer", "weeks", today.plusDays(400).toString());
        assertThat(year.code()).isEqualTo(64);
        assertThat(year.err()).contains("expires within a year");
        assertThat(placed("officer", "person", today.plusDays(30).toString()).err())
                .contains("--of");
        assertThat(file("LEG-2026-0007.hold.draft.json")).doesNotExist();
    }

    @Test
    void nobodySignsWhatTheyWereNotShownNorAnotherDraftThanTheFirst() throws IOException {
        ok(place("weeks"));
        Outcome unasked = typed(
                "hold",
                "sign",
                file("LEG-2026-0007.hold.draft.json").toString(),
                "--key",
                folder.resolve("personnel").toString(),
                "--passphrase-fd",
                "0");
        assertThat(unasked.code()).isEqualTo(64);
        assertThat(unasked.out()).contains("everything of these weeks", "2026-W10 to 2026-W10", "legal claim");
        Path draft = file("LEG-2026-0007.hold.draft.json");
        Files.writeString(draft, Files.readString(draft).replace("\"last\": \"2026-W10\"", "\"last\": \"2026-W11\""));

        assertThat(sign("LEG-2026-0007.hold", "personnel").code()).isEqualTo(77);
    }

    private void inForce(String about) {
        ok(place(about));
        ok(sign("LEG-2026-0007.hold", "personnel"));
        ok(submit("LEG-2026-0007.hold"));
    }

    private Outcome place(String about, String... more) {
        return placed("officer", about, today.plusDays(60).toString(), more);
    }

    private Outcome placed(String key, String about, String expiry, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "hold",
                "place",
                "--case",
                "LEG-2026-0007",
                "--about",
                about,
                "--first",
                "2026-W10",
                "--last",
                "2026-W10",
                "--reason",
                "legal_claim",
                "--review",
                today.plusDays(30).toString(),
                "--expiry",
                expiry,
                "--key",
                folder.resolve(key).toString(),
                "--passphrase-fd",
                "0",
                "--yes",
                "--out",
                file("LEG-2026-0007.hold.draft.json").toString()));
        command.addAll(List.of(more));
        return typed(command.toArray(String[]::new));
    }

    private Outcome lift() {
        return typed(
                "hold",
                "lift",
                file("LEG-2026-0007.hold.draft.json").toString(),
                "--reason",
                "case_closed",
                "--key",
                folder.resolve("personnel").toString(),
                "--passphrase-fd",
                "0",
                "--yes",
                "--out",
                file("LEG-2026-0007.lift.draft.json").toString());
    }

    private Outcome sign(String stem, String key) {
        return typed(
                "hold",
                "sign",
                file(stem + ".draft.json").toString(),
                "--key",
                folder.resolve(key).toString(),
                "--passphrase-fd",
                "0",
                "--yes");
    }

    private Outcome submit(String stem) {
        return site.run("hold", "submit", file(stem + ".signed.json").toString());
    }

    /** With the passphrase on standard input. */
    private Outcome typed(String... command) {
        InputStream in = System.in;
        try {
            System.setIn(new ByteArrayInputStream((PASSPHRASE + "\n").getBytes(UTF_8)));
            return site.run(command);
        } finally {
            System.setIn(in);
        }
    }

    private Path file(String name) {
        return site.folder().resolve(name);
    }

    private List<Path> folderOfHolds() {
        return PastSite.files(site.home().resolve("holds"), ".json");
    }

    private List<Entry> entries(Kind kind) throws IOException {
        return AuditFiles.entries(site).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }

    private Entry only(Kind kind) throws IOException {
        assertThat(entries(kind)).hasSize(1);
        return entries(kind).get(0);
    }

    private static Outcome ok(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return outcome;
    }
}
