package org.modicum.pipeline.ingest;

import java.util.Locale;

/** What became of a log line. Every line has exactly one fate, so the ledger's counts add up to the lines of a file. */
enum Fate {
    COUNTED("hits on social media by staff"),
    OTHER_HOST("lines about other hosts, left behind unread"),
    NOBODYS_USE("denials, authentication challenges and the like: nobody's use"),
    UNATTRIBUTED("hits without a user name"),
    UNKNOWN_USER("hits of people who are not in the directory (students, guests)"),
    OUTSIDE_SANCTION("hits from before or after the source's sanction"),
    TOO_OLD("hits older than ingest.max-age"),
    DELETED("hits of days whose activity was deleted, or would be at once"),
    IN_FUTURE("hits dated in the future"),
    LATE("late hits for weeks that were released"),
    MALFORMED("malformed lines");

    private final String meaning;

    Fate(String meaning) {
        this.meaning = meaning;
    }

    /** The name in the ledger. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String meaning() {
        return meaning;
    }
}
