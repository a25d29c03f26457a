package org.modicum.policy.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with the signatures under it (C2SP signed-note). Until {@link #verified} has been asked, it is anybody's text.
 *
 * @param text ends with a newline
 * @param signatures 1 to {@value #MOST_SIGNATURES}
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** The specification asks for at least 16; a limit keeps a hostile note from costing hours. */
    public static final int MOST_SIGNATURES = 64;

    private static final int MOST_BYTES = 1 << 20;
    private static final String SEPARATOR = "\n\n";

    public SignedNote {
        if (!text.endsWith("\n") || text.chars().anyMatch(SignedNote::forbidden)) {
            throw new AuditException("The text of a note ends with a newline and has no other control characters");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new AuditException("A note has 1 to " + MOST_SIGNATURES + " signatures, not " + signatures.size());
        }
        signatures = List.copyOf(signatures);
    }

    public static SignedNote sign(String text, NoteSigner signer) {
        return new SignedNote(text, List.of(signer.sign(text)));
    }

    /** @throws AuditException if the bytes are no UTF-8, or not exactly what {@link #encoded} gives */
    public static SignedNote parse(byte[] note) {
        if (note.length > MOST_BYTES) {
            throw new AuditException("The note is longer than " + MOST_BYTES + " bytes");
        }
        try {
            return ofText(UTF_8.newDecoder().decode(ByteBuffer.wrap(note)).toString());
        } catch (CharacterCodingException e) {
            throw new AuditException("The note is not UTF-8", e);
        }
    }

    /** As {@link #parse(byte[])}. */
    public static SignedNote parse(String note) {
        return parse(note.getBytes(UTF_8));
    }

    public String encoded() {
        return text + "\n" + signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    }

    /** The same note with one more signature at its end. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /**
     * Who really signed. Signatures of unknown keys count for nothing; one of a known key that does not hold spoils the
     * note.
     *
     * @return the known keys that signed, in the order of {@code known}; never empty
     * @throws AuditException if no known key signed, or the signature of one does not hold
     */
    public List<NoteKey> verified(Collection<NoteKey> known) {
        List<NoteKey> signers =
                known.stream().distinct().filter(this::isSignedBy).toList();
        if (signers.isEmpty()) {
            throw new AuditException("None of the known keys signed the note");
        }
        return signers;
    }

    private boolean isSignedBy(NoteKey key) {
        List<NoteSignature> claimed = signatures.stream().filter(key::claims).toList();
        for (NoteSignature signature : claimed) {
            if (!key.verifies(text, signature)) {
                throw new AuditException("The signature of " + key.name() + " does not hold: the note was changed");
            }
        }
        return !claimed.isEmpty();
    }

    private static SignedNote ofText(String note) {
        int end = note.lastIndexOf(SEPARATOR);
        if (end < 0 || end + SEPARATOR.length() == note.length()) {
            throw new AuditException("A note is a text, an empty line, and lines with signatures");
        }
        String lines = note.substring(end + SEPARATOR.length());
        SignedNote parsed = new SignedNote(
                note.substring(0, end + 1),
                lines.lines().map(NoteSignature::parse).toList());
        if (!parsed.encoded().equals(note)) {
            throw new AuditException("The signature lines of the note do not each end with a newline alone");
        }
        return parsed;
    }

    private static boolean forbidden(int character) {
        return character < ' ' && character != '\n';
    }
}
