package org.modicum.policy.grant;

/**
 * A document whose signatures held.
 *
 * @param digest SHA-256 of the bytes that were signed
 */
public record Signed<T>(T document, String digest) {}
