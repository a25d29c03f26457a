package org.modicum.policy.grant;

import java.time.Duration;
import java.util.Set;
import org.modicum.policy.signature.Ed25519Key;

/**
 * What a site has settled about who may authorise.
 *
 * @param roots public keys of those who sign the registry and the revocations; fewer than two, and nothing is trusted
 * @param approvingRoles the roles that may approve
 * @param dataProtectionRole the one of them that a grant for a whole department needs
 * @param itRole the role of IT operations, who can never approve, whatever other roles they have
 * @param revocationsMaxAge how old the newest list of revocations may be
 */
public record Authorisation(
        Set<Ed25519Key> roots,
        Set<String> approvingRoles,
        String dataProtectionRole,
        String itRole,
        Duration revocationsMaxAge) {

    /** @throws IllegalArgumentException if IT operations could approve, or the data-protection officer could not */
    public Authorisation {
        roots = Set.copyOf(roots);
        approvingRoles = Set.copyOf(approvingRoles);
        if (approvingRoles.contains(itRole)) {
            throw new IllegalArgumentException("The role of IT operations, " + itRole + ", can never approve");
        }
        if (!approvingRoles.contains(dataProtectionRole)) {
            throw new IllegalArgumentException(
                    "The data-protection officer's role, " + dataProtectionRole + ", must be one that may approve");
        }
    }
}
