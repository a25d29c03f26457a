package org.modicum.policy.audit;

import java.util.Base64;

/** Base64 of RFC 4648 section 4 in its one canonical spelling, so that no byte of a note can change unseen. */
final class StrictBase64 {

    private StrictBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @throws AuditException if the text is not what {@link #encode} gives: padding left out, stray bits */
    static byte[] decode(String text, String what) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new AuditException(what + " is not base64", e);
        }
        if (!encode(bytes).equals(text)) {
            throw new AuditException(what + " is not base64 in its canonical spelling (RFC 4648 section 4)");
        }
        return bytes;
    }
}
