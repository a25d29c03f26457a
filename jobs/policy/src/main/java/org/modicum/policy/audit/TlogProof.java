package org.modicum.policy.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything that shows offline that an entry is in a log, as a text to put beside what the entry speaks of (C2SP
 * tlog-proof v1).
 *
 * @param extra the entry itself, so that the file needs no other; nothing vouches for it before {@link #verify}
 * @param index place of the entry, from 0
 * @param path inclusion proof
 * @param checkpoint of a log that has the entry
 */
public record TlogProof(Optional<byte[]> extra, long index, List<Hash> path, SignedNote checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** No path in a tree of 2^63 leaves is longer. */
    private static final int LONGEST_PATH = 63;

    public TlogProof {
        if (index < 0 || path.size() > LONGEST_PATH) {
            throw new AuditException("The proof's index is negative, or its path longer than any");
        }
        path = List.copyOf(path);
    }

    /** @throws AuditException if it is not exactly what {@link #text} gives */
    public static TlogProof parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new AuditException("A proof is its lines, an empty line, and a checkpoint");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
        take(lines, HEADER);
        Optional<byte[]> extra = Optional.empty();
        if (!lines.isEmpty() && lines.get(0).startsWith(EXTRA)) {
            extra = Optional.of(StrictBase64.decode(take(lines, EXTRA), "The extra line"));
        }
        String index = take(lines, INDEX);
        if (!NUMBER.matcher(index).matches()) {
            throw new AuditException("The index of a proof is a number without leading zeroes");
        }
        List<Hash> path = lines.stream().map(Hash::parse).toList();
        TlogProof proof = new TlogProof(extra, Long.parseLong(index), path, SignedNote.parse(text.substring(end + 2)));
        if (!proof.text().equals(text)) {
            throw new AuditException("The proof has more in it than a proof has");
        }
        return proof;
    }

    public String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(
                bytes -> text.append(EXTRA).append(StrictBase64.encode(bytes)).append('\n'));
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.encoded()).toString();
    }

    /**
     * Checks the checkpoint's signatures and that the entry is at its place in that checkpoint's tree.
     *
     * @param known keys of the log and of witnesses; how many witnesses are enough is the caller's rule
     * @return the checkpoint, with the known witnesses' cosignatures
     * @throws AuditException if anything does not hold
     */
    public SignedCheckpoint verify(byte[] entry, Collection<NoteKey> known) {
        SignedCheckpoint signed = SignedCheckpoint.open(checkpoint, known);
        Checkpoint head = signed.checkpoint();
        if (!Proofs.includes(MerkleTree.leaf(entry), index, head.size(), path, head.root())) {
            throw new AuditException(
                    "The entry is not number " + index + " of the log " + head.origin() + " of size " + head.size());
        }
        return signed;
    }

    private static String take(List<String> lines, String start) {
        if (lines.isEmpty() || !lines.get(0).startsWith(start)) {
            throw new AuditException("The proof has no line that begins with " + start.strip());
        }
        return lines.remove(0).substring(start.length());
    }
}
