package org.modicum.policy.grant;

import java.util.regex.Pattern;

/**
 * Who may read what comes of a grant.
 *
 * @param key an X25519 recipient of age ({@code age1…}), to which the output is encrypted
 */
public record Recipient(UserName person, String key) {
    private static final Pattern AGE = Pattern.compile("age1[02-9ac-hj-np-z]{58}");

    /** @throws RefusedException if the key is no such recipient */
    public Recipient {
        checkedKey(key);
    }

    /**
     * The same, if it may be a recipient's key.
     *
     * @throws RefusedException if it has another form, or a typo
     */
    public static String checkedKey(String key) {
        Words.require(
                AGE.matcher(key).matches(),
                "The recipient's key is an age recipient: age1 and 58 more letters and digits.");
        Words.require(
                Bech32.hasChecksum("age", key),
                "The recipient's key has a typo (its checksum does not hold); copy it again.");
        return key;
    }

    /** Without the name, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "Recipient[" + key + "]";
    }
}
