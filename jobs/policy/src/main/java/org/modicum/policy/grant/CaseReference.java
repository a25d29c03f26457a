package org.modicum.policy.grant;

import java.util.regex.Pattern;

/**
 * A case in the personnel system. It stands in the audit log for good, so there is no room for a name in it.
 *
 * @param text like {@code HR-2026-0117}: at most four capitals, a year, a number
 */
public record CaseReference(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{1,4}-[0-9]{4}-[0-9]{1,6}");

    /** @throws RefusedException if the text has another form */
    public CaseReference {
        Words.require(FORM.matcher(text).matches(), "A case reference looks like HR-2026-0117.");
    }
}
