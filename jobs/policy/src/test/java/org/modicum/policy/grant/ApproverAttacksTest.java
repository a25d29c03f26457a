package org.modicum.policy.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modicum.policy.signature.Ed25519Key;
import org.modicum.policy.signature.Ed25519Signer;

/** Attempts to be more people than one is, or a person that one is not. */
class ApproverAttacksTest {
    private static final byte[] GRANT = Cast.grant().body();

    @Test
    void theGrantOfTheseTestsHolds() {
        assertThat(judged(Cast.good(), Cast.here())).isEqualTo("VERIFIED");
    }

    @Test
    void oneSignatureTwiceIsOnePerson() {
        assertThat(judged(Cast.signed(GRANT, "p.vance", "p.vance"), Cast.here()))
                .isEqualTo("TOO_FEW_PEOPLE TOO_FEW_ROLES SIGNED_TWICE");
    }

    @Test
    void oneKeyUnderTwoKeyIdsIsOnePersonOrNobody() {
        Ed25519Signer key = Cast.KEYS.get("p.vance");
        byte[] signature = key.sign(Envelope.encoding(PayloadType.GRANT.text(), GRANT));
        String other = Cast.KEYS.get("d.okoro").key().digest();
        for (Optional<String> keyId : List.of(Optional.<String>empty(), Optional.of(other), Optional.of("mine"))) {
            byte[] envelope = new Envelope(
                            PayloadType.GRANT.text(),
                            GRANT,
                            List.of(
                                    new EnvelopeSignature(Optional.of(key.key().digest()), signature),
                                    new EnvelopeSignature(keyId, signature)))
                    .encoded();
            assertThat(judged(envelope, Cast.here())).doesNotContain("VERIFIED");
        }
    }

    @Test
    void oneKeyUnderTwoNamesMakesNoRegistry() {
        List<Approver> people = new ArrayList<>(Cast.PEOPLE);
        Approver victim = people.get(1);
        people.add(new Approver(new UserName("z.alias"), List.of("senior-officer"), "Finance", victim.keys()));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Registry(4, Cast.CREATED, people))
                .withMessageContaining("One key is enrolled for two people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P.VANCE", "STAFF\\p.vance", "p.vance@example.ac.uk", "ｐ.vance"})
    void onePersonUnderTwoSpellingsMakesNoRegistry(String alias) {
        List<Approver> people = new ArrayList<>(Cast.PEOPLE);
        people.add(new Approver(
                new UserName(alias),
                List.of("senior-officer"),
                "Finance",
                List.of(Cast.enrolled(Cast.newKey().key()))));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Registry(4, Cast.CREATED, people))
                .withMessageContaining("may be one");
    }

    @Test
    void oneKeyInTwoEncodingsIsOneRoot() {
        Ed25519Key root = Cast.ROOTS.get(0).key();
        Set<Ed25519Key> roots = Set.copyOf(List.of(
                Ed25519Key.parse(root.line()),
                Ed25519Key.parse(root.base64()),
                Ed25519Key.parse(root.base64().replace('+', '-').replace('/', '_')),
                Ed25519Key.parse(HexFormat.of().withUpperCase().formatHex(root.bytes()))));
        assertThat(roots).hasSize(1);
        Authorisation one = Authorisations.with(roots);
        assertThat(judged(Cast.good(), Scene.with(one))).isEqualTo("NO_ROOTS REVOCATIONS_NOT_SIGNED");
    }

    @Test
    void onePersonWithTwoKeysIsOnePerson() {
        assertThat(judged(Cast.signed(GRANT, "b.twice", "b.twice2"), Cast.here()))
                .isEqualTo("TOO_FEW_PEOPLE TOO_FEW_ROLES SIGNED_TWICE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.vance", "P.Vance", "STAFF\\p.vance", "p.vance@example.ac.uk"})
    void theRequesterCannotApproveUnderAnySpelling(String requester) {
        byte[] body = Cast.altered("\"requester\": \"m.jones\"", "\"requester\": \"" + escaped(requester) + "\"");
        assertThat(judged(Cast.signed(body, "d.okoro", "p.vance"), Cast.here())).contains("REQUESTER_SIGNED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.vance", "P.Vance", "STAFF\\p.vance", "p.vance@example.ac.uk"})
    void aSubjectCannotApproveUnderAnySpelling(String subject) {
        byte[] body = Cast.altered("\"person\": \"c.khan\"", "\"person\": \"" + escaped(subject) + "\"");
        assertThat(judged(Cast.signed(body, "d.okoro", "p.vance"), Cast.here())).contains("SUBJECT_SIGNED");
    }

    @Test
    void whoInventsARequesterIsRefused() {
        byte[] body = Cast.altered("\"requester\": \"m.jones\"", "\"requester\": \"n.obody\"");
        assertThat(judged(Cast.signed(body, "d.okoro", "p.vance"), Cast.here())).isEqualTo("REQUESTER_UNKNOWN");
    }

    /** The grant says that a.smith is of Registry; the staff directory knows of Estates too. */
    @Test
    void aFalseDepartmentInTheGrantDoesNotHideTheRealOne() {
        assertThat(judged(Cast.signed(GRANT, "d.okoro", "h.both"), Cast.here())).isEqualTo("OF_THE_DEPARTMENT");
        byte[] elsewhere = Cast.altered(
                "\"person\": \"c.khan\",\n      \"department\": \"Registry\"",
                "\"person\": \"c.khan\",\n      \"department\": \"Library\"");
        assertThat(judged(Cast.signed(elsewhere, "p.vance", "r.adams"), Cast.here()))
                .isEqualTo("OF_THE_DEPARTMENT DEPARTMENT_DIFFERS");
    }

    @Test
    void aDepartmentInAnotherSpellingIsTheSame() {
        byte[] body = Cast.grant(new Purpose.WholeDepartment(Reason.POLICY_BREACH, "REGISTRY"))
                .body();
        assertThat(judged(Cast.signed(body, "d.okoro", "p.vance", "r.adams"), Cast.here()))
                .isEqualTo("OF_THE_DEPARTMENT DEPARTMENT_UNKNOWN");
    }

    /** Else it would be used up on nobody, and the sealed file would say that nobody is above. */
    @Test
    void aDepartmentThatNobodyIsInIsRefused() {
        byte[] body = Cast.grant(new Purpose.WholeDepartment(Reason.POLICY_BREACH, "Registery"))
                .body();
        assertThat(judged(Cast.signed(body, "d.okoro", "p.vance", "s.lindt"), Cast.here()))
                .isEqualTo("DEPARTMENT_UNKNOWN");
    }

    @Test
    void theStaffDirectoryKnowsBetterThanTheRegistryWhereAnApproverWorks() {
        StaffRecords moved = Cast.records((person, from, to) -> person.text().equals("s.lindt")
                ? Set.of("Registry")
                : Cast.staff().departments(person, from, to));
        assertThat(judged(Cast.signed(GRANT, "p.vance", "s.lindt"), Scene.with(moved)))
                .isEqualTo("OF_THE_DEPARTMENT");
    }

    @Test
    void itOperationsCannotApproveWhateverOtherRoleTheyHave() {
        assertThat(judged(Cast.signed(GRANT, "p.vance", "i.ng"), Cast.here())).isEqualTo("IT_OPERATIONS");
    }

    @Test
    void itOperationsCannotBeMadeARoleThatApproves() {
        Authorisation site = Cast.authorisation();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Authorisation(
                        site.roots(),
                        Set.of("data-protection-officer", "it-operations"),
                        "data-protection-officer",
                        "it-operations",
                        site.revocationsMaxAge()));
    }

    @Test
    void twoPeopleOfOneRoleAreNotEnough() {
        assertThat(judged(Cast.signed(GRANT, "p.vance", "p.wu"), Cast.here())).isEqualTo("TOO_FEW_ROLES");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-12-01T00:00:00Z,                     , VERIFIED",
        "2026-03-09T09:00:00Z, 2026-12-01T00:00:00Z,                     , VERIFIED",
        "2026-03-09T09:00:01Z, 2026-12-01T00:00:00Z,                     , KEY_NOT_VALID",
        "2026-01-01T00:00:00Z, 2026-03-10T09:00:01Z,                     , VERIFIED",
        "2026-01-01T00:00:00Z, 2026-03-10T09:00:00Z,                     , KEY_NOT_VALID",
        "2026-01-01T00:00:00Z, 2026-12-01T00:00:00Z, 2026-02-01T00:00:00Z, KEY_REVOKED",
        "2026-01-01T00:00:00Z, 2026-12-01T00:00:00Z, 2026-03-10T08:00:00Z, KEY_REVOKED",
        "2026-01-01T00:00:00Z, 2026-12-01T00:00:00Z, 2026-11-01T00:00:00Z, KEY_REVOKED",
    })
    void aKeyCountsIfItWasValidFromTheGrantsCreationUntilNow(
            Instant from, Instant to, Instant revoked, String verdict) {
        EnrolledKey key = new EnrolledKey(Cast.KEYS.get("p.vance").key(), from, to, Optional.ofNullable(revoked));
        List<Approver> people = new ArrayList<>(Cast.PEOPLE);
        people.set(1, new Approver(new UserName("p.vance"), List.of("personnel"), "Personnel", List.of(key)));
        assertThat(judged(Cast.good(), Scene.with(new Registry(4, Cast.CREATED, people))))
                .isEqualTo(verdict);
    }

    @Test
    void aKeyThatWasRevokedLaterCountsForNothing() {
        Revocations list = Cast.revocations();
        String key = Cast.KEYS.get("p.vance").key().digest();
        assertThat(judged(Cast.good(), Scene.with(new Revocations(6, list.issued(), List.of(), List.of(key)))))
                .isEqualTo("KEY_REVOKED");
    }

    @Test
    void anApproverWhoLeftCountsForNothing() {
        StaffRecords gone = Cast.records((person, from, to) -> person.text().equals("p.vance") && !from.isBefore(to)
                ? Set.of()
                : Cast.staff().departments(person, from, to));
        assertThat(judged(Cast.good(), Scene.with(gone))).isEqualTo("APPROVER_LEFT");
        List<Approver> without = Cast.PEOPLE.stream()
                .filter(person -> !person.person().text().equals("p.vance"))
                .toList();
        assertThat(judged(Cast.good(), Scene.with(new Registry(4, Cast.CREATED, without))))
                .isEqualTo("SIGNATURE_OF_A_STRANGER");
    }

    @Test
    void theJdkAcceptsASmallOrderKeyAndEnrolmentDoesNot() {
        byte[] identity = new byte[32];
        identity[0] = 1;
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Ed25519Key(identity))
                .withMessageContaining("small order");
        String registry = new String(Cast.registry().body(), UTF_8);
        String key = Cast.KEYS.get("p.vance").key().base64();
        byte[] poisoned = registry.replace(key, Base64.getEncoder().encodeToString(identity))
                .getBytes(UTF_8);
        byte[] envelope = Cast.signedAs(PayloadType.REGISTRY, poisoned, Cast.ROOTS);
        assertThat(judged(Cast.good(), Scene.withRegistry(envelope))).isEqualTo("NOT_A_DOCUMENT");
    }

    @Test
    void nobodyEnrolsAKeyThatTheyDoNotHave() {
        Ed25519Signer mine = Cast.newKey();
        Ed25519Key theirs = Cast.KEYS.get("p.vance").key();
        Enrolment claim = new Enrolment(new UserName("e.vil"), List.of("personnel"), "Finance", theirs, Cast.CREATED);
        byte[] envelope = Cast.signedAs(PayloadType.ENROLMENT, claim.body(), List.of(mine));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Enrolment.open(envelope, theirs));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Enrolment.open(envelope, mine.key()))
                .withMessageContaining("another key");
    }

    @Test
    void anHonestEnrolmentOpens() {
        Ed25519Signer mine = Cast.newKey();
        byte[] envelope = Enrolment.make(new UserName("n.ew"), List.of("personnel"), "Personnel", Cast.CREATED, mine)
                .encoded();
        assertThat(Enrolment.open(envelope, mine.key()).person().text()).isEqualTo("n.ew");
    }

    private static String judged(byte[] envelope, Circumstances circumstances) {
        return Verdicts.written(GrantVerifier.verify(envelope, circumstances));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\");
    }
}
