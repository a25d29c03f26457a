package org.modicum.policy.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.modicum.policy.signature.Ed25519Key;

/** What no grant, no signature and no bit can do. */
class GrantPropertiesTest {
    private static final Circumstances HERE = Cast.here();
    private static final List<Ed25519Key> KEYS = Cast.registry().keys();

    @Test
    void everySingleBitOfAnEnvelopeMatters() {
        byte[] good = Cast.signed(Cast.grant().body(), "d.okoro", "p.vance", "s.lindt");
        assertThat(opens(good)).isTrue();
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] flipped = good.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(opens(flipped)).as("bit " + bit).isFalse();
        }
    }

    @Property(tries = 300)
    void noBeginningOfAnEnvelopeHolds(@ForAll @IntRange(min = 0, max = 2000) int length) {
        byte[] good = Cast.good();
        byte[] other = Arrays.copyOf(good, Math.min(length, good.length - 2));
        assertThat(GrantVerifier.verify(other, HERE)).isInstanceOf(Refused.class);
    }

    @Property(tries = 200)
    void noBytesWhateverAreMoreThanRefused(@ForAll byte[] anything) {
        assertThat(GrantVerifier.verify(anything, HERE)).isInstanceOf(Refused.class);
    }

    /** An oracle that tries every choice: some people who signed, each for another of their roles. */
    @Property(tries = 300)
    void nobodyIsNamedWithoutTwoPeopleOfTwoRoles(@ForAll("signers") @Size(min = 1, max = 6) List<String> signers) {
        Verdict verdict = GrantVerifier.verify(Cast.signed(Cast.grant().body(), signers.toArray(String[]::new)), HERE);
        Set<String> allowed = Set.of("d.okoro", "p.vance", "p.wu", "s.lindt", "b.twice", "b.twice2");
        Set<String> people = new HashSet<>(signers);
        if (people.contains("b.twice") && people.contains("b.twice2")) {
            people.remove("b.twice2");
        }
        boolean eachOnce = people.size() == signers.size();
        boolean expected = allowed.containsAll(signers) && eachOnce && twoRoles(new ArrayList<>(people));
        assertThat(verdict instanceof VerifiedGrant).isEqualTo(expected);
    }

    @Property
    void theMatchingOfRolesIsTheLargestThereIs(
            @ForAll @Size(max = 5) List<@Size(max = 3) Set<@IntRange(min = 0, max = 4) Integer>> people) {
        List<Set<String>> roles = people.stream()
                .map(some -> (Set<String>)
                        new TreeSet<>(some.stream().map(String::valueOf).toList()))
                .toList();
        assertThat(Quorum.roles(roles)).isEqualTo(largest(roles, 0, new HashSet<>()));
    }

    @Provide
    Arbitrary<List<String>> signers() {
        return Arbitraries.of(List.copyOf(Cast.KEYS.keySet())).list();
    }

    private static boolean opens(byte[] envelope) {
        try {
            Grant.parse(Envelope.parse(envelope).open(PayloadType.GRANT, KEYS).body());
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    private static boolean twoRoles(List<String> people) {
        Set<String> approving = Cast.authorisation().approvingRoles();
        List<Set<String>> roles = people.stream()
                .map(person -> Cast.registry()
                        .holder(Cast.KEYS.get(person).key())
                        .orElseThrow()
                        .rolesAmong(approving))
                .toList();
        return largest(roles, 0, new HashSet<>()) >= 2;
    }

    private static int largest(List<Set<String>> roles, int person, Set<String> taken) {
        if (person == roles.size()) {
            return 0;
        }
        int most = largest(roles, person + 1, taken);
        for (String role : roles.get(person)) {
            if (taken.add(role)) {
                most = Math.max(most, 1 + largest(roles, person + 1, taken));
                taken.remove(role);
            }
        }
        return most;
    }
}
