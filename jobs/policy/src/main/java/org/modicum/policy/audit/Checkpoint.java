package org.modicum.policy.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a log: which log, how long, and the root that fixes every entry (C2SP tlog-checkpoint). Extension lines,
 * which no auditor could check, are neither written nor accepted.
 *
 * @param origin the log's name; not empty, one line
 * @param size number of entries
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final Pattern TEXT = Pattern.compile("([^\n]+)\n(0|[1-9][0-9]{0,18})\n([^\n]+)\n");

    public Checkpoint {
        NoteSignature.checkName(origin);
        if (size < 0) {
            throw new AuditException("The size of " + origin + " is negative");
        }
        if (size == 0 && !root.equals(MerkleTree.EMPTY)) {
            throw new AuditException("The log " + origin + " has no entries, but not the root of an empty log");
        }
    }

    /** @throws AuditException if it is not exactly what {@link #text} gives */
    public static Checkpoint parse(String text) {
        Matcher lines = TEXT.matcher(text);
        if (!lines.matches()) {
            throw new AuditException("A checkpoint has three lines: origin, size, root");
        }
        return new Checkpoint(lines.group(1), size(lines.group(2)), Hash.parse(lines.group(3)));
    }

    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    private static long size(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new AuditException("The size of the log is larger than any log", e);
        }
    }
}
