package org.modicum.policy.retention;

/**
 * Something that was looked at after the deletion.
 *
 * @param what that is claimed
 * @param how it was looked at
 * @param wrong how many things contradict it; 0 if it holds
 */
public record Check(String what, String how, long wrong) {
    public boolean holds() {
        return wrong == 0;
    }
}
