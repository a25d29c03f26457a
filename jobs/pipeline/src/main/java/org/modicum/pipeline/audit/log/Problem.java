package org.modicum.pipeline.audit.log;

/**
 * Something about the log that is not as an honest writer leaves it.
 *
 * @param message where, what, and what it may mean; nothing out of an entry
 */
public record Problem(What what, String message) {

    public enum What {
        /** There is no checkpoint, or none that a known key of the log signed. */
        CHECKPOINT,
        /** A checkpoint that is signed, but by a log of another name. */
        OTHER_LOG,
        /** Entries or files that the checkpoint promises are not there. */
        TRUNCATED,
        /** The checkpoint is older than the entries: an earlier one was put back. */
        ROLLED_BACK,
        /** A file of entries is not of its format. */
        DAMAGED,
        /** The entries are not those that were signed: changed, moved, taken out, put in. */
        ALTERED,
        /** A tile is not what the entries give. */
        TILE,
        /** An entry that Modicum does not write. */
        MALFORMED_ENTRY,
        /** An entry is earlier than the one before it: the clock was set back, or entries were put in again. */
        TIME_BACKWARDS,
        /** The same entry twice. */
        REPEATED_ENTRY,
        /** An earlier checkpoint is not the beginning of this log. */
        REWRITTEN
    }
}
