package org.modicum.policy.retention;

import java.util.Locale;

/** The day from which it is counted how long something is kept. All days are of UTC, which has no clock changes. */
public enum CountedFrom {
    /** The day that the data is about. */
    DAY("the day it is about"),

    /** The Sunday of the ISO week that the data is about. */
    WEEK("the end of the week it is about"),

    /** The day on which it was written. */
    MADE("the day it was made"),

    /** The last day on which it held by itself. */
    END("the day it ended");

    private final String sentence;

    CountedFrom(String sentence) {
        this.sentence = sentence;
    }

    /** The word in settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String sentence() {
        return sentence;
    }
}
