package org.modicum.policy.audit;

import java.util.Arrays;

/** What a key signs, as the first byte of its public form says (C2SP signed-note). */
public enum SignatureType {

    /** Ed25519 over the text of a note: the log itself. */
    LOG(0x01, 64),

    /** Ed25519 over a time and a checkpoint (C2SP tlog-cosignature v1): a witness. */
    WITNESS(0x04, 8 + 64);

    private final int identifier;
    private final int length;

    SignatureType(int identifier, int length) {
        this.identifier = identifier;
        this.length = length;
    }

    byte identifier() {
        return (byte) identifier;
    }

    /** Bytes of a signature, without the key id. */
    int length() {
        return length;
    }

    static SignatureType of(byte identifier) {
        return Arrays.stream(values())
                .filter(type -> type.identifier() == identifier)
                .findFirst()
                .orElseThrow(() -> new AuditException("The key is of type " + Byte.toUnsignedInt(identifier)
                        + "; only Ed25519 keys of a log (1) and" + " of a witness (4) are known"));
    }
}
