package org.modicum.pipeline.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.approver.KeyFile;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.pipeline.grant.GrantSite.Said;
import org.modicum.policy.grant.Enrolment;
import org.modicum.policy.grant.Envelope;
import org.modicum.policy.grant.Grant;
import org.modicum.policy.grant.PayloadType;
import org.modicum.policy.grant.UserName;
import org.modicum.policy.signature.Ed25519Signer;

/** The wrong file, the wrong key, the wrong machine: each is told what it is, and nothing is spoilt. */
class GrantMixUpTest {
    @TempDir
    private Path folder;

    private DeskSite desk;
    private GrantSite site;

    @BeforeEach
    void aSiteWithADraft() throws IOException {
        desk = DeskSite.in(folder);
        site = desk.site();
        site.write("g.draft.json", new String(desk.grant(1).body(), UTF_8));
        site.write("why.txt", "because");
        for (String key : List.of("okoro", "other")) {
            KeyFile.make(site.path(key), GrantSite.PASSPHRASE.toCharArray());
        }
        desk.publish(desk.registry().with(enrolment(), DeskSite.NOW.minusSeconds(60), DeskSite.LATER));
    }

    @Test
    void aDraftThatIsHandedInIsRefusedAsADraftAndLogged() throws IOException {
        Said said = site.run("grant", "submit", file("g.draft.json"));
        assertThat(said.code()).isEqualTo(77);
        assertThat(said.err()).contains("g.draft.json is a draft that nobody has signed; give ", "g.signed.json");
        assertThat(site.entries()).last().matches(entry -> entry.kind() == Kind.GRANT_REFUSED);
    }

    @Test
    void aSignedFileIsNotSignedAsADraft() {
        site.write("g.signed.json", new String(desk.signed(desk.grant(1)), UTF_8));
        Said said = sign("g.signed.json", "okoro");
        assertThat(said.code()).isEqualTo(64);
        assertThat(said.err()).contains("is the signed file; give the draft");
    }

    @Test
    void whatIsNoGrantIsShownAsWhatItIs() {
        assertThat(site.run("grant", "show", file("why.txt")).err())
                .contains("why.txt is neither the draft of a grant nor a signed grant");
        String registry = site.settings().grants().resolve("registry.json").toString();
        assertThat(site.run("grant", "show", registry).err()).contains("is a registry of approvers");
        site.write("v.draft.json", new String(desk.registry().body(), UTF_8));
        assertThat(sign("v.draft.json", "okoro").err()).contains("is the draft of a registry");
        assertThat(site.run("approver", "sign", file("g.draft.json"), "--key", file("okoro"), "--yes")
                        .err())
                .contains("is the draft of a grant");
    }

    @Test
    void aKeyThatIsNotEnrolledDoesNotSpoilTheFile() {
        assertThat(sign("g.draft.json", "okoro").code()).isZero();
        byte[] before = site.read("g.signed.json");
        Said said = sign("g.draft.json", "other");
        assertThat(said.code()).isEqualTo(77);
        assertThat(said.err()).contains("other is not in the registry of approvers", "g.signed.json is unchanged");
        assertThat(site.read("g.signed.json")).isEqualTo(before);
    }

    @Test
    void whoSignedAlreadyIsToldBeforeThePassphraseIsAskedFor() {
        assertThat(sign("g.draft.json", "okoro").out()).contains("(1 of 2 people)");
        Said said = site.run("grant", "sign", file("g.draft.json"), "--key", file("okoro"), "--yes");
        assertThat(said.code()).isEqualTo(77);
        assertThat(said.err()).contains("This key has signed it already.", "unchanged");
    }

    @Test
    void anEditedDraftIsNotSignedIntoTheOldFile() {
        assertThat(sign("g.draft.json", "okoro").code()).isZero();
        site.write("g.draft.json", new String(desk.grant(1).body(), UTF_8));
        Said said = sign("g.draft.json", "other");
        assertThat(said.err())
                .contains("holds another document than the draft that you were shown")
                .doesNotContain("of another kind");
    }

    @Test
    void aKeyThatIsNoRootsDoesNotSignARegistry() {
        site.write("v.draft.json", new String(desk.registry().body(), UTF_8));
        Said said = site.run("approver", "sign", file("v.draft.json"), "--key", file("okoro"), "--yes");
        assertThat(said.code()).isEqualTo(77);
        assertThat(said.err()).contains("okoro is not a root's");
        assertThat(site.path("v.signed.json")).doesNotExist();
    }

    @Test
    void thePublicHalfAndAnExpiredDraftAreToldBeforeAnythingIsAsked() {
        assertThat(sign("g.draft.json", "okoro.pub").err()).contains("is the public half of a key; give ");
        site.write("old.draft.json", new String(expired().body(), UTF_8));
        assertThat(sign("old.draft.json", "okoro").err()).contains("The grant has expired");
    }

    @Test
    void aSiteThatTheCatalogueDoesNotHaveIsRefusedHereAndDoubtedElsewhere() {
        Said here = site.run(request("facebok", "here.draft.json"));
        assertThat(here.code()).isEqualTo(64);
        assertThat(here.err()).contains("facebok: not in this installation's catalogue, which has facebook, youtube");
        assertThat(site.path("here.draft.json")).doesNotExist();
        Said elsewhere = GrantSite.anywhere(request("facebok", "elsewhere.draft.json"));
        assertThat(elsewhere.code()).as(elsewhere.err()).isZero();
        assertThat(elsewhere.err()).contains("facebok", "Look for a typo");
    }

    @Test
    void whoCannotApproveIsNotEnrolled() {
        statement("persnnel");
        Said role = site.run(enrol("new.draft.json"));
        assertThat(role.code()).isEqualTo(77);
        assertThat(role.err()).contains("persnnel", "data-protection-officer, personnel, senior-officer");
        site.settings("\"" + line("okoro") + "\", \"" + line("other") + "\"");
        statement("personnel");
        assertThat(site.run(enrol("new.draft.json")).err()).contains("This is the key of a root");
        assertThat(site.path("new.draft.json")).doesNotExist();
    }

    @Test
    void whoIsEnrolledTwiceOrWithAnothersStatementIsToldThatAlone() {
        statement("personnel");
        List<String> words = new ArrayList<>(List.of(enrol("new.draft.json")));
        words.set(words.indexOf(file("other.pub")), file("okoro.pub"));
        assertThat(site.run(words.toArray(String[]::new)).err())
                .contains("The statement is signed by another key than the one handed over.")
                .doesNotContain("may not sign this", "field");
    }

    @Test
    void onAMachineWithoutSettingsItSaysWhatToBring() {
        byte[] signed = desk.signed(desk.grant(1));
        site.write("g.signed.json", new String(signed, UTF_8));
        for (String[] command : List.of(
                new String[] {"grant", "verify", file("g.signed.json")},
                new String[] {"grant", "show", file("g.signed.json")},
                new String[] {"grant", "revoke", "--key", file("okoro"), "--out", file("r.json"), "--yes"})) {
            Said said = GrantSite.anywhere(command);
            assertThat(said.code()).isEqualTo(78);
            assertThat(said.err()).contains("no settings of Modicum", "--roots KEY --roots KEY");
        }
        Said proof = GrantSite.anywhere("audit", "verify", "--proof", file("why.txt"), file("why.txt"));
        assertThat(proof.err()).contains("--key LINE").contains("no settings of Modicum");
        Said one = GrantSite.anywhere("grant", "verify", file("g.signed.json"), "--roots", line("okoro"));
        assertThat(one.code()).isEqualTo(64);
        assertThat(one.err()).contains("give --roots twice");
    }

    @Test
    void showSaysWhatItDidNotCheckAndChecksWhatTheInstallationKnows() {
        site.write("g.signed.json", new String(desk.signed(desk.grant(1)), UTF_8));
        Said held = site.run("grant", "show", file("g.signed.json"));
        assertThat(held.out())
                .contains("Approved by", "Not checked here:", "Without the audit log")
                .doesNotContain("Without the staff directory", "Without the catalogue", "Without the name");
        byte[] misspelt = new String(desk.grant(1).body(), UTF_8)
                .replace("\"all\"", "\"facebok\"")
                .getBytes(UTF_8);
        byte[] signed = Envelope.sign(PayloadType.GRANT, misspelt, desk.okoro())
                .alsoSign(PayloadType.GRANT, misspelt, desk.vance())
                .encoded();
        site.write("h.signed.json", new String(signed, UTF_8));
        Said refused = site.run("grant", "show", file("h.signed.json"));
        assertThat(refused.code()).isEqualTo(77);
        assertThat(refused.err()).contains("SITE_UNKNOWN");
        assertThat(refused.out()).doesNotContain("Approved by");
    }

    private Enrolment enrolment() {
        char[] passphrase = GrantSite.PASSPHRASE.toCharArray();
        Ed25519Signer key = KeyFile.open(site.path("okoro"), passphrase);
        return new Enrolment(new UserName("s.lindt"), List.of("senior-officer"), "Finance", key.key(), DeskSite.NOW);
    }

    private Grant expired() {
        Grant now = desk.grant(1);
        Instant before = DeskSite.NOW.minus(Duration.ofDays(40));
        return new Grant(
                UUID.randomUUID(),
                now.audience(),
                now.purpose(),
                now.caseReference(),
                now.justification(),
                now.requester(),
                now.weeks(),
                now.sites(),
                now.recipient(),
                before,
                before,
                before.plus(Duration.ofDays(20)),
                1);
    }

    private void statement(String role) {
        site.path("other.statement").toFile().delete();
        assertThat(GrantSite.anywhere(
                                "approver",
                                "statement",
                                "--key",
                                file("other"),
                                "--person",
                                "q.reader",
                                "--role",
                                role,
                                "--department",
                                "Personnel",
                                "--out",
                                file("other.statement"),
                                "--passphrase-fd",
                                "0")
                        .code())
                .isZero();
    }

    private String[] enrol(String out) {
        return new String[] {
            "approver", "enrol", "--statement", file("other.statement"), "--pub", file("other.pub"), "--out", file(out)
        };
    }

    private String[] request(String sites, String out) {
        return new String[] {
            "grant",
            "request",
            "--case=HR-2026-0117",
            "--reason=EXCESSIVE_USE",
            "--subject=a.smith=Registry",
            "--justification=" + file("why.txt"),
            "--requester=m.jones",
            "--audience=" + GrantSite.ORIGIN,
            "--from=2026-W08",
            "--to=2026-W10",
            "--sites=" + sites,
            "--recipient=q.reader",
            "--recipient-key=" + GrantSite.AGE,
            "--out=" + file(out)
        };
    }

    private Said sign(String draft, String key) {
        return site.run("grant", "sign", file(draft), "--key", file(key), "--passphrase-fd", "0", "--yes");
    }

    private String file(String name) {
        return site.path(name).toString();
    }

    private String line(String key) {
        return new String(site.read(key + ".pub"), UTF_8).strip();
    }
}
