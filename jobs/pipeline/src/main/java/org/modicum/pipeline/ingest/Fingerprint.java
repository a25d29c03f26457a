package org.modicum.pipeline.ingest;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed fingerprint of a window of bytes. Keyed, because a plain digest of a short file could be tried against
 * guessed log lines by whoever holds the ledger.
 */
final class Fingerprint {
    static final int WINDOW = 64 * 1024;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    Fingerprint(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    String of(byte[] bytes, int from, int length) {
        mac.update(bytes, from, length);
        return encode();
    }

    /** Of two runs of bytes as if they were one; a ring buffer has its window in two pieces. */
    String of(byte[] bytes, int from, int length, int thenFrom, int thenLength) {
        mac.update(bytes, from, length);
        mac.update(bytes, thenFrom, thenLength);
        return encode();
    }

    private String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
    }
}
