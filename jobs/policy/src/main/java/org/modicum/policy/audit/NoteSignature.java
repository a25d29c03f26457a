package org.modicum.policy.audit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * One signature line of a note (C2SP signed-note). It says who claims to have signed; only {@link SignedNote#verified}
 * says who did.
 *
 * @param bytes the signature, whose length depends on the key's type; copied on the way in and out
 */
public record NoteSignature(String name, int keyId, byte[] bytes) {
    private static final String DASH = "\u2014 ";
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{Cc}+]+", Pattern.UNICODE_CHARACTER_CLASS);

    /** @throws AuditException if the name is not allowed or the signature is empty */
    public NoteSignature {
        checkName(name);
        if (bytes.length == 0) {
            throw new AuditException("The signature of " + name + " is empty");
        }
        bytes = bytes.clone();
    }

    /** @param line without its newline */
    static NoteSignature parse(String line) {
        if (!line.startsWith(DASH)) {
            throw new AuditException("A signature line begins with an em dash and a space");
        }
        String[] parts = line.substring(DASH.length()).split(" ", -1);
        if (parts.length != 2) {
            throw new AuditException("A signature line has a name and a signature after its dash");
        }
        byte[] value = StrictBase64.decode(parts[1], "A signature");
        if (value.length <= Integer.BYTES) {
            throw new AuditException("A signature line is cut off");
        }
        ByteBuffer buffer = ByteBuffer.wrap(value);
        int keyId = buffer.getInt();
        return new NoteSignature(parts[0], keyId, Arrays.copyOfRange(value, Integer.BYTES, value.length));
    }

    String line() {
        byte[] value = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return DASH + name + " " + StrictBase64.encode(value) + "\n";
    }

    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new AuditException("A key's name is not empty and has neither white space nor a plus sign,"
                    + " such as example.ac.uk/modicum");
        }
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && name.equals(that.name)
                && keyId == that.keyId
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
