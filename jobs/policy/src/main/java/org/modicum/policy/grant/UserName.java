package org.modicum.policy.grant;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A user name of the staff directory.
 *
 * @param text 1 to 100 visible characters without white space, but single spaces within
 */
public record UserName(String text) {
    private static final int LONGEST = 100;
    private static final Pattern FORM = Pattern.compile("[^\\p{C}\\p{Z}]+( [^\\p{C}\\p{Z}]+)*");

    /** @throws RefusedException if the text has another form */
    public UserName {
        boolean composed = Normalizer.isNormalized(text, Normalizer.Form.NFC);
        if (text.length() > LONGEST || !composed || !FORM.matcher(text).matches()) {
            throw new RefusedException(
                    Refusal.NOT_A_DOCUMENT, "A user name is 1 to " + LONGEST + " visible characters in Unicode NFC.");
        }
    }

    /**
     * Whether both may be the same person. Case, domain ({@code STAFF\}), realm ({@code @EXAMPLE}) and compatible
     * letters make no difference, whatever the settings say of them: two people taken for one cost a signature, one
     * taken for two approves of himself.
     */
    public boolean mayBe(UserName other) {
        return folded().equals(other.folded());
    }

    /** Without the name, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "UserName[hidden]";
    }

    private String folded() {
        String name = Normalizer.normalize(text, Normalizer.Form.NFKC);
        int at = name.indexOf('@');
        String local = at > 0 ? name.substring(0, at) : name;
        int domain = Math.max(local.lastIndexOf('\\'), local.lastIndexOf('/'));
        String bare = domain < local.length() - 1 ? local.substring(domain + 1) : local;
        return bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).strip();
    }
}
