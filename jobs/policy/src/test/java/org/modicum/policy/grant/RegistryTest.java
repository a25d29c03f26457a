package org.modicum.policy.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modicum.policy.signature.Ed25519Key;
import org.modicum.policy.signature.Ed25519Signer;

/** The registry is what the roots signed last, or nothing. */
class RegistryTest {
    private static final Registry REGISTRY = Cast.registry();

    @Test
    void theSpellingLeadsBackToTheRegistry() {
        assertThat(Registry.parse(REGISTRY.body())).isEqualTo(REGISTRY);
        assertThat(REGISTRY).hasToString("Registry[version=3, people=11]");
    }

    @Test
    void twoRootsAreEnough() {
        for (List<Ed25519Signer> roots : List.of(Cast.ROOTS.subList(0, 2), Cast.ROOTS.subList(1, 3), Cast.ROOTS)) {
            assertThat(judged(Cast.signedAs(PayloadType.REGISTRY, REGISTRY.body(), roots)))
                    .isEqualTo("VERIFIED");
        }
    }

    @Test
    void oneRootOrOneRootTwiceIsNot() {
        Ed25519Signer root = Cast.ROOTS.get(0);
        assertThat(judged(Cast.signedAs(PayloadType.REGISTRY, REGISTRY.body(), List.of(root))))
                .isEqualTo("REGISTRY_NOT_SIGNED");
        assertThat(judged(Cast.signedAs(PayloadType.REGISTRY, REGISTRY.body(), List.of(root, root))))
                .isEqualTo("REGISTRY_NOT_SIGNED");
    }

    @Test
    void approversCannotSignTheRegistry() {
        List<Ed25519Signer> approvers = List.of(Cast.KEYS.get("d.okoro"), Cast.KEYS.get("p.vance"));
        assertThat(judged(Cast.signedAs(PayloadType.REGISTRY, REGISTRY.body(), approvers)))
                .isEqualTo("REGISTRY_NOT_SIGNED");
        List<Ed25519Signer> mixed = List.of(Cast.ROOTS.get(0), Cast.KEYS.get("p.vance"));
        assertThat(judged(Cast.signedAs(PayloadType.REGISTRY, REGISTRY.body(), mixed)))
                .isEqualTo("REGISTRY_NOT_SIGNED");
    }

    @Test
    void aRootCannotBeAnApprover() {
        Set<Ed25519Key> roots = Cast.ROOTS.stream().map(Ed25519Signer::key).collect(Collectors.toSet());
        roots.add(Cast.KEYS.get("p.vance").key());
        assertThat(Verdicts.written(GrantVerifier.verify(Cast.good(), Scene.with(Authorisations.with(roots)))))
                .isEqualTo("ROOT_IS_APPROVER");
    }

    @Test
    void withoutTwoRootsNothingIsTrusted() {
        assertThat(Verdicts.written(GrantVerifier.verify(Cast.good(), Scene.with(Authorisations.with(Set.of())))))
                .isEqualTo("NO_ROOTS REVOCATIONS_NOT_SIGNED");
        Set<Ed25519Key> one = Set.of(Cast.ROOTS.get(2).key());
        assertThat(Verdicts.written(GrantVerifier.verify(Cast.good(), Scene.with(Authorisations.with(one)))))
                .isEqualTo("NO_ROOTS");
    }

    @ParameterizedTest
    @CsvSource({
        "2, true, REGISTRY_ROLLED_BACK",
        "3, true, VERIFIED",
        "3, false, REGISTRY_ROLLED_BACK",
        "4, false, VERIFIED"
    })
    void anOlderVersionOrAnotherOfTheSameNumberIsARollback(int version, boolean sameAsSeen, String verdict) {
        Registry seen = new Registry(3, REGISTRY.issued(), REGISTRY.people());
        Registry shown = new Registry(
                version, sameAsSeen ? REGISTRY.issued() : REGISTRY.issued().plusSeconds(1), REGISTRY.people());
        LogState log = new LogState(
                Optional.empty(),
                Map.of(),
                Optional.of(new Seen(seen.version(), Digests.sha256(seen.body()))),
                SeenRevocations.NONE);
        Circumstances with = Scene.with(log);
        Circumstances circumstances = new Circumstances(
                with.now(),
                with.authorisation(),
                Optional.of(Cast.signed(shown)),
                with.revocations(),
                with.audience(),
                with.log(),
                with.staff(),
                with.sites(),
                with.java());
        assertThat(Verdicts.written(GrantVerifier.verify(Cast.good(), circumstances)))
                .isEqualTo(verdict);
    }

    @Test
    void aRegistryFromTheFutureIsRefused() {
        Registry tomorrow = new Registry(4, Cast.NOW.plus(Duration.ofDays(1)), REGISTRY.people());
        assertThat(judged(Cast.signed(tomorrow))).isEqualTo("REGISTRY_FROM_THE_FUTURE");
    }

    @Test
    void withoutARegistryEveryGrantIsRefused() {
        Circumstances here = Cast.here();
        Circumstances none = new Circumstances(
                here.now(),
                here.authorisation(),
                Optional.empty(),
                here.revocations(),
                here.audience(),
                here.log(),
                here.staff(),
                here.sites(),
                here.java());
        assertThat(Verdicts.written(GrantVerifier.verify(Cast.good(), none))).isEqualTo("NO_REGISTRY");
    }

    @Test
    void aRegistryThatWasChangedOrIsRubbishIsRefused() {
        String signed = new String(Cast.signed(REGISTRY), UTF_8);
        assertThat(judged(signed.replace("payload\": \"e", "payload\": \"f").getBytes(UTF_8)))
                .isEqualTo("REGISTRY_NOT_SIGNED");
        assertThat(judged(new byte[0])).isEqualTo("REGISTRY_NOT_SIGNED");
        assertThat(judged(Cast.signedAs(PayloadType.GRANT, REGISTRY.body(), Cast.ROOTS)))
                .isEqualTo("REGISTRY_NOT_SIGNED");
    }

    @Test
    void aPersonWithoutRolesOrKeysIsNoApprover() {
        List<String> bodies = new ArrayList<>();
        String body = new String(REGISTRY.body(), UTF_8);
        bodies.add(body.replaceFirst("(?s)\"roles\": \\[.*?\\]", "\"roles\": [ ]"));
        bodies.add(body.replaceFirst("(?s)\"keys\": \\[.*?\\]", "\"keys\": [ ]"));
        bodies.add(body.replaceFirst("\"personnel\"", "\"personnel\",\n        \"personnel\""));
        bodies.add(body.replaceFirst("\"version\": 3", "\"version\": 0"));
        bodies.add(body.replaceFirst("\"to\": \"2027", "\"to\": \"2025"));
        for (String other : bodies) {
            assertThat(other).isNotEqualTo(body);
            assertThat(judged(Cast.signedAs(PayloadType.REGISTRY, other.getBytes(UTF_8), Cast.ROOTS)))
                    .isEqualTo("NOT_A_DOCUMENT");
        }
    }

    @Test
    void theNextVersionHasOneKeyMore() {
        Enrolment mine = enrolment("n.ew", Cast.newKey());
        Registry next = REGISTRY.with(mine, Cast.NOW, Cast.NOW.plus(Duration.ofDays(365)));
        assertThat(next.version()).isEqualTo(4);
        assertThat(next.keys()).hasSize(REGISTRY.keys().size() + 1).containsAll(REGISTRY.keys());
        Registry again = next.with(enrolment("n.ew", Cast.newKey()), Cast.NOW, Cast.NOW.plusSeconds(9));
        assertThat(again.person(new UserName("n.ew")).orElseThrow().keys()).hasSize(2);
        assertThat(again.without(new UserName("n.ew"), Cast.NOW).people()).isEqualTo(REGISTRY.people());
        assertThat(Registry.first(mine, Cast.NOW, Cast.NOW.plusSeconds(9)).keys())
                .containsExactly(mine.key());
    }

    @Test
    void aKeyThatIsThereIsNotEnrolledAgainUnderAnyName() {
        for (String person : List.of("p.vance", "n.ew")) {
            Enrolment again = enrolment(person, Cast.KEYS.get("p.vance"));
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> REGISTRY.with(again, Cast.NOW, Cast.NOW.plusSeconds(9)));
        }
    }

    private static Enrolment enrolment(String person, Ed25519Signer signer) {
        return new Enrolment(new UserName(person), List.of("personnel"), "Personnel", signer.key(), Cast.NOW);
    }

    private static String judged(byte[] registry) {
        return Verdicts.written(GrantVerifier.verify(Cast.good(), Scene.withRegistry(registry)));
    }
}
