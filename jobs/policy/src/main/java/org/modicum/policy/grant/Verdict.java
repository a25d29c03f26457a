package org.modicum.policy.grant;

/** What {@link GrantVerifier} says of a file. Only a {@link VerifiedGrant} allows anything. */
public sealed interface Verdict permits VerifiedGrant, HeldOnPaper, Refused {}
