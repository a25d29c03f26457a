package org.modicum.pipeline.audit.log;

import static org.modicum.pipeline.audit.log.Field.count;
import static org.modicum.pipeline.audit.log.Field.digest;
import static org.modicum.pipeline.audit.log.Field.digests;
import static org.modicum.pipeline.audit.log.Field.text;
import static org.modicum.pipeline.audit.log.Field.texts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be logged, and the fields each kind has, in the order in which they are written. None of them has room for a
 * person's name: a person is a pseudonym, a case reference, or the digest of a signed document.
 */
public enum Kind {
    /** A source was allowed to be read; the day for which that was asked, which {@code --as-of} may have set. */
    SANCTION_CHECK(
            text("run"), text("source"), text("day"), text("regulation"), text("dpia"), text("from"), text("to")),

    /** A source was not read, because no sanction of it is in force on that day. */
    SANCTION_REFUSED(text("run"), text("source"), text("day"), text("reason")),

    /** Log files were read; the snapshot of the activity table that came of it. */
    INGEST(text("run"), text("snapshot"), count("files"), count("lines"), count("malformed")),

    /** A week's summary was made, of that snapshot of the activity table; the digest of its summary.csv. */
    RELEASE(text("run"), text("week"), text("method"), text("snapshot"), digest("summary")),

    /** A run ended before it did anything, as the log or the clock was in doubt. */
    RUN_REFUSED(text("run"), text("reason")),

    /** Other settings than at the last such entry are in force. */
    SETTINGS_CHANGED(text("run"), digest("settings")),

    /** Somebody asked for a grant; nobody has allowed anything. */
    GRANT_REQUESTED(digest("grant"), text("case_ref"), text("purpose")),

    /** One more signature under a grant; the digest of the public key that made it. */
    GRANT_SIGNED(digest("grant"), text("case_ref"), digest("key")),

    /** A grant was not good enough. What was shown may be anybody's bytes, so nothing in it is repeated here. */
    GRANT_REFUSED(text("run"), digest("envelope"), texts("reasons")),

    /** A use of a grant begins, and counts as one whatever becomes of it. */
    GRANT_INTENT(text("run"), digest("grant"), text("case_ref"), count("use"), count("max_uses")),

    /** The use ended; digests of the files that came of it. */
    GRANT_COMPLETE(text("run"), digest("grant"), text("case_ref"), digests("files")),

    /** A new list of revocations: all the grants and keys on it. */
    GRANT_REVOKED(digest("list"), count("sequence"), digests("grants"), digests("keys")),

    /** A key was made, enrolled, changed or destroyed: which event, what the key is for, and its public name. */
    KEY_EVENT(text("event"), text("purpose"), text("key")),

    /** A sealed flag file was written. It is written whether or not anybody is above, so its entry tells nothing. */
    FLAG(
            text("run"),
            digest("grant"),
            text("case_ref"),
            texts("weeks"),
            text("method"),
            text("snapshot"),
            digest("file")),

    SUBJECT_REPORT(text("run"), digest("grant"), text("case_ref"), digest("file")),

    /** The auditors' page was written; the digest of its report.json. */
    AUDIT_REPORT(text("run"), digest("report")),

    /** Two people want something kept longer. Whom it is about is not said; the digests of the keys that signed. */
    HOLD_PLACED(
            text("run"),
            digest("hold"),
            text("case_ref"),
            text("about"),
            text("reason"),
            text("first"),
            text("last"),
            text("review"),
            text("expiry"),
            digests("keys")),

    /** Two people lifted a hold. */
    HOLD_LIFTED(text("run"), digest("lift"), digest("hold"), text("case_ref"), text("reason"), digests("keys")),

    /** A hold, or what should lift one, was not good enough. What was shown may be anybody's bytes. */
    HOLD_REFUSED(text("run"), digest("envelope"), texts("reasons")),

    /** A person's rows were copied aside for a hold; the number of the state of the table that was read. */
    HOLD_COPIED(
            text("run"),
            digest("grant"),
            text("case_ref"),
            digest("hold"),
            texts("weeks"),
            text("snapshot"),
            count("state"),
            digest("file")),

    /** An order of two people to delete every night is in force, in place of the one before. */
    STANDING_RULE(digest("document"), text("case_ref"), digest("rules"), text("until")),

    /** Nothing was deleted: no order for it, or something looked wrong. */
    RETENTION_REFUSED(text("run"), texts("reasons")),

    /** A deletion begins: the plan, and the holds that were in force. */
    RETENTION_INTENT(text("run"), digest("plan"), digests("holds")),

    /** Not all that was to be deleted is gone; the notice that says which checks did not hold. */
    RETENTION_INCOMPLETE(text("run"), digest("plan"), digest("notice")),

    /** Data was deleted: the plan that was carried out and the certificate of it. */
    CERTIFICATE(text("run"), digest("plan"), digest("certificate")),

    /** A witness cosigned an earlier checkpoint of this log; the time in the cosignature. */
    CHECKPOINT_WITNESSED(text("witness"), count("size"), digest("root"), text("cosigned"));

    private final List<Field> fields;

    Kind(Field... fields) {
        this.fields = List.of(fields);
    }

    List<Field> fields() {
        return fields;
    }

    /** As it stands in an entry: lower case, words joined by underscores. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.written().equals(text))
                .findFirst();
    }
}
