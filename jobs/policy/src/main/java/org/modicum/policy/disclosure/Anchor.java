package org.modicum.policy.disclosure;

/**
 * An earlier release to which the one being decided is so close that fewer than a batch of people came or went.
 *
 * @param said what that release said
 * @param changed how many people came or went since, see {@link Membership}
 */
record Anchor<T>(T said, long changed) {}
