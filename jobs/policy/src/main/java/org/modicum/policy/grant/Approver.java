package org.modicum.policy.grant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.modicum.policy.signature.Ed25519Key;

/**
 * A person who may sign.
 *
 * @param person the user name in the staff directory
 * @param roles words, in order, each once
 * @param department where the person works
 * @param keys all that the person has or had
 */
public record Approver(UserName person, List<String> roles, String department, List<EnrolledKey> keys) {

    /** @throws RefusedException if there is no role or no key, or one of them twice */
    public Approver {
        roles = List.copyOf(roles);
        keys = List.copyOf(keys);
        Words.require(!roles.isEmpty() && !keys.isEmpty(), "An approver has roles and keys.");
        roles.forEach(Words::role);
        Words.sortedOnce(roles, "Roles");
        Words.department(department);
        long different = keys.stream().map(EnrolledKey::key).distinct().count();
        Words.require(different == keys.size(), "A key is enrolled twice.");
    }

    Optional<EnrolledKey> enrolled(Ed25519Key key) {
        return keys.stream().filter(enrolled -> enrolled.key().equals(key)).findFirst();
    }

    /** The person's roles among these. */
    Set<String> rolesAmong(Set<String> some) {
        Set<String> both = new TreeSet<>(roles);
        both.retainAll(some);
        return both;
    }

    /** Without the name, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "Approver[roles=" + roles + ", keys=" + keys.size() + "]";
    }
}
