/**
 * Naming a person takes people. A grant is a document that several of them signed (DSSE, Ed25519); {@link
 * org.modicum.policy.grant.GrantVerifier} is the only maker of a {@link org.modicum.policy.grant.VerifiedGrant}, and
 * whatever names a person asks for one. Who may sign stands in a {@link org.modicum.policy.grant.Registry}, what was
 * taken back in {@link org.modicum.policy.grant.Revocations}; both are signed by the roots that a site's settings name.
 */
package org.modicum.policy.grant;
