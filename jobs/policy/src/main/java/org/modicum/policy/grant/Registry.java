package org.modicum.policy.grant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modicum.policy.signature.Ed25519Key;

/**
 * Who may sign, and with which keys. It counts for nothing until at least {@value #LEAST_ROOTS} roots signed it, and
 * every change is a new version.
 *
 * @param version 1 for the first, then higher with every change
 * @param issued when this version was made
 * @param people no two of them may be the same person, and no key is of two of them
 */
public record Registry(int version, Instant issued, List<Approver> people) {
    public static final int LEAST_ROOTS = 2;
    static final int HIGHEST_VERSION = 1_000_000;

    /** @throws RefusedException if it enrols a person or a key twice, or a number is out of bounds */
    public Registry {
        people = List.copyOf(people);
        Words.require(version >= 1 && version <= HIGHEST_VERSION, "A version is from 1 to " + HIGHEST_VERSION + ".");
        Words.seconds(issued);
        for (int i = 0; i < people.size(); i++) {
            UserName person = people.get(i).person();
            boolean again = people.subList(0, i).stream()
                    .anyMatch(other -> other.person().mayBe(person));
            Words.require(!again, "Two of the people may be one, as their user names differ in spelling alone.");
        }
        List<Ed25519Key> keys = keys(people);
        Words.require(Set.copyOf(keys).size() == keys.size(), "One key is enrolled for two people.");
    }

    /**
     * Opens what the roots signed.
     *
     * @throws RefusedException if it is not signed by two different roots and nobody else, is older than what was seen,
     *     is from the future, or enrols a root
     */
    public static Signed<Registry> open(
            byte[] envelope, Authorisation authorisation, Optional<Seen> seen, Instant now) {
        Envelope.Opened opened = opened(envelope, authorisation.roots());
        Registry registry = RegistryJson.parse(opened.body());
        String digest = Digests.sha256(opened.body());
        if (seen.isPresent() && !seen.get().admits(registry.version(), digest)) {
            throw new RefusedException(Refusal.REGISTRY_ROLLED_BACK);
        }
        if (Skew.isAfter(registry.issued(), now)) {
            throw new RefusedException(Refusal.REGISTRY_FROM_THE_FUTURE);
        }
        if (registry.keys().stream().anyMatch(authorisation.roots()::contains)) {
            throw new RefusedException(Refusal.ROOT_IS_APPROVER);
        }
        return new Signed<>(registry, digest);
    }

    /** @throws RefusedException if these are not the bytes that {@link #body} gives for any registry */
    public static Registry parse(byte[] body) {
        return RegistryJson.parse(body);
    }

    /** What is signed: the one spelling of this registry. */
    public byte[] body() {
        return RegistryJson.body(this);
    }

    /**
     * The first version.
     *
     * @param to the first moment at which the key may no longer sign
     */
    public static Registry first(Enrolment enrolment, Instant now, Instant to) {
        EnrolledKey key = new EnrolledKey(enrolment.key(), now, to, Optional.empty());
        return new Registry(
                1,
                now,
                List.of(new Approver(enrolment.person(), enrolment.roles(), enrolment.department(), List.of(key))));
    }

    /**
     * The next version, with one key more. Whoever is there already keeps their other keys, and has the roles and the
     * department of the newer statement.
     *
     * @param to the first moment at which the key may no longer sign
     * @throws RefusedException if the key is there already, under whatever name
     */
    public Registry with(Enrolment enrolment, Instant now, Instant to) {
        EnrolledKey key = new EnrolledKey(enrolment.key(), now, to, Optional.empty());
        List<EnrolledKey> keys =
                new ArrayList<>(person(enrolment.person()).map(Approver::keys).orElse(List.of()));
        keys.add(key);
        Approver approver = new Approver(enrolment.person(), enrolment.roles(), enrolment.department(), keys);
        List<Approver> others = new ArrayList<>(others(enrolment.person()));
        others.add(approver);
        return new Registry(version + 1, now, others);
    }

    /** The next version, without this person. */
    public Registry without(UserName person, Instant now) {
        return new Registry(version + 1, now, others(person));
    }

    /** All keys of all people. */
    public List<Ed25519Key> keys() {
        return keys(people);
    }

    /** Whose key it is. */
    public Optional<Approver> holder(Ed25519Key key) {
        return people.stream()
                .filter(person -> person.enrolled(key).isPresent())
                .findFirst();
    }

    /** The approver who may be this person. */
    public Optional<Approver> person(UserName name) {
        return people.stream().filter(approver -> approver.person().mayBe(name)).findFirst();
    }

    /** Without names. */
    @Override
    public String toString() {
        return "Registry[version=" + version + ", people=" + people.size() + "]";
    }

    private static Envelope.Opened opened(byte[] envelope, Set<Ed25519Key> roots) {
        if (roots.size() < LEAST_ROOTS) {
            throw new RefusedException(Refusal.NO_ROOTS);
        }
        try {
            Envelope.Opened opened = Envelope.parse(envelope).open(PayloadType.REGISTRY, roots);
            int signed = Set.copyOf(opened.signers()).size();
            if (signed < LEAST_ROOTS) {
                throw new RefusedException(
                        Refusal.REGISTRY_NOT_SIGNED, "So far " + signed + " of " + LEAST_ROOTS + " roots signed it.");
            }
            return opened;
        } catch (RefusedException e) {
            throw e.refusal() == Refusal.REGISTRY_NOT_SIGNED
                    ? e
                    : new RefusedException(Refusal.REGISTRY_NOT_SIGNED, e.getMessage(), e);
        }
    }

    private static List<Ed25519Key> keys(Collection<Approver> people) {
        return people.stream()
                .flatMap(person -> person.keys().stream())
                .map(EnrolledKey::key)
                .toList();
    }

    private List<Approver> others(UserName person) {
        return people.stream().filter(other -> !other.person().mayBe(person)).toList();
    }
}
