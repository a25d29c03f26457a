package org.modicum.policy.retention;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of data that the house writes, table or file. What is of no kind is not written. */
public enum DataKind {
    ACTIVITY("activity of pseudonyms", CountedFrom.DAY),
    INGESTED_FILE("which log files were read", CountedFrom.MADE),
    MALFORMED_LINE("where unreadable lines were", CountedFrom.MADE),
    RELEASE("published figures", CountedFrom.WEEK),
    THRESHOLD("thresholds of departments", CountedFrom.WEEK),
    REPORT("pages and files of a release", RELEASE),
    PSEUDONYM_KEY("keys of the weeks' pseudonyms", ACTIVITY),
    FLAG("sealed flags and reports to people", CountedFrom.MADE),
    HELD_COPY("copies of one person's activity for a hold", CountedFrom.END),
    GRANT("grants that were handed in", CountedFrom.MADE),
    HOLD("holds", CountedFrom.END),
    RUN_REPORT("reports of runs", CountedFrom.MADE),
    STANDING_RULE("the order to delete every night"),
    REGISTRY("who may approve, and revocations"),
    CERTIFICATE("certificates of deletion"),
    AUDIT_LOG("the audit log"),
    AUDIT_REPORT("the auditors' page and its files"),
    MACHINE_KEY("keys of the log and of fingerprints"),
    CATALOGUE("the tables' catalogue"),
    STATE("lock, and journals of runs that have not ended"),
    TEMPORARY("temporary files of the running command");

    private final String meaning;
    private final Optional<CountedFrom> from;
    private final Optional<DataKind> goesWith;

    /** Of one piece: it cannot be deleted in parts, and is there for as long as it is in use. */
    DataKind(String meaning) {
        this(meaning, Optional.empty(), Optional.empty());
    }

    DataKind(String meaning, CountedFrom from) {
        this(meaning, Optional.of(from), Optional.empty());
    }

    /** Of no use without the other, or made again from it: so it goes when that goes. */
    DataKind(String meaning, DataKind goesWith) {
        this(meaning, Optional.empty(), Optional.of(goesWith));
    }

    DataKind(String meaning, Optional<CountedFrom> from, Optional<DataKind> goesWith) {
        this.meaning = meaning;
        this.from = from;
        this.goesWith = goesWith;
    }

    /** The name in settings and documents, which for a table is the table's. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String meaning() {
        return meaning;
    }

    /** From when its age can be counted. */
    public Optional<CountedFrom> from() {
        return from;
    }

    /** The kind that it goes with. */
    public Optional<DataKind> goesWith() {
        return goesWith;
    }

    /** Whether it is a table of the store; all others are files. */
    public boolean isTable() {
        return switch (this) {
            case ACTIVITY, INGESTED_FILE, MALFORMED_LINE, RELEASE, THRESHOLD -> true;
            default -> false;
        };
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static DataKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no kind of data called " + word));
    }
}
