package org.modicum.policy.grant;

import java.util.Set;
import org.modicum.policy.signature.Ed25519Key;

/** The site's settings with other roots. */
final class Authorisations {
    private Authorisations() {}

    static Authorisation with(Set<Ed25519Key> roots) {
        Authorisation site = Cast.authorisation();
        return new Authorisation(
                roots, site.approvingRoles(), site.dataProtectionRole(), site.itRole(), site.revocationsMaxAge());
    }
}
