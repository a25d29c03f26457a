package org.modicum.policy.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.modicum.policy.signature.Curve;

/**
 * The public key of a log or a witness, with the name it signs under. Its text form (vkey of C2SP signed-note), which
 * people hand to each other and pin, is {@code name+id+base64(type || key)}.
 *
 * @param name without white space and plus signs; for a log, the origin of its checkpoints
 * @param bytes 32 bytes as RFC 8032 encodes them; copied on the way in and out
 */
public record NoteKey(String name, SignatureType type, byte[] bytes) {
    private static final int PARTS = 3;

    /** @throws AuditException if the name is not allowed or the key proves nothing */
    public NoteKey {
        NoteSignature.checkName(name);
        check(bytes);
        bytes = bytes.clone();
    }

    /** @throws AuditException if it is malformed, its id is not its key's, or the key proves nothing */
    public static NoteKey parse(String vkey) {
        String[] parts = vkey.split("\\+", PARTS);
        if (parts.length != PARTS) {
            throw new AuditException("A verifier key has the form name+id+key");
        }
        byte[] material = StrictBase64.decode(parts[2], "The key of " + parts[0]);
        if (material.length != 1 + Curve.KEY_BYTES) {
            throw new AuditException("The key of " + parts[0] + " has " + material.length + " bytes where "
                    + (1 + Curve.KEY_BYTES) + " were expected");
        }
        NoteKey key =
                new NoteKey(parts[0], SignatureType.of(material[0]), Arrays.copyOfRange(material, 1, material.length));
        if (!key.hexId().equals(parts[1])) {
            throw new AuditException("The key of " + parts[0] + " does not have the id " + parts[1]
                    + ": name, id or key was changed. Ask its owner for it again");
        }
        return key;
    }

    /** The text form that {@link #parse} reads. */
    public String vkey() {
        return name + "+" + hexId() + "+" + StrictBase64.encode(material());
    }

    /** The first four bytes of SHA-256(name, newline, type, key): tells keys apart, proves nothing. */
    public int id() {
        MessageDigest digest = MerkleTree.sha256();
        digest.update(name.getBytes(UTF_8));
        digest.update((byte) '\n');
        return ByteBuffer.wrap(digest.digest(material())).getInt();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether name and id of a signature say that this key made it. Whether it holds is another question. */
    boolean claims(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id();
    }

    /** Whether the signature holds for the text of a note. */
    boolean verifies(String text, NoteSignature signature) {
        byte[] value = signature.bytes();
        if (value.length != type.length()) {
            return false;
        }
        PublicKey key = Curve.publicKey(bytes);
        if (type == SignatureType.LOG) {
            return Curve.verifies(key, text.getBytes(UTF_8), value);
        }
        long seconds = ByteBuffer.wrap(value).getLong();
        return seconds >= 0
                && Curve.verifies(
                        key, Cosignature.message(text, seconds), Arrays.copyOfRange(value, Long.BYTES, value.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that
                && name.equals(that.name)
                && type == that.type
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return id();
    }

    @Override
    public String toString() {
        return vkey();
    }

    private static void check(byte[] bytes) {
        try {
            Curve.publicKey(bytes);
        } catch (IllegalArgumentException e) {
            throw new AuditException(e.getMessage(), e);
        }
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id());
    }

    private byte[] material() {
        return ByteBuffer.allocate(1 + Curve.KEY_BYTES)
                .put(type.identifier())
                .put(bytes)
                .array();
    }
}
