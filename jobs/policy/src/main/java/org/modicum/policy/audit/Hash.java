package org.modicum.policy.audit;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A SHA-256 hash; equal if its bytes are.
 *
 * @param bytes {@value #BYTES} bytes; copied on the way in and out
 */
public record Hash(byte[] bytes) {
    public static final int BYTES = 32;

    public Hash {
        if (bytes.length != BYTES) {
            throw new AuditException("A SHA-256 hash has " + BYTES + " bytes, not " + bytes.length);
        }
        bytes = bytes.clone();
    }

    /** @throws AuditException if it is not canonical base64 of 32 bytes */
    public static Hash parse(String base64) {
        return new Hash(StrictBase64.decode(base64, "The hash"));
    }

    /** Of the content of a file, as {@code sha256sum} works it out; not of an entry, see {@link MerkleTree#leaf}. */
    public static Hash ofFile(byte[] content) {
        return new Hash(MerkleTree.sha256().digest(content));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return StrictBase64.encode(bytes);
    }

    /** 64 lower-case digits, as {@code sha256sum} prints them. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
