package org.modicum.pipeline.auditors;

/** How much a row or a finding is to be looked at. */
public enum Mark {
    PLAIN(""),

    /** A person should look; it may be right. */
    LOOK("look"),

    /** It should not be there any more. */
    OVERDUE("overdue"),

    /** It does not hold, is missing, or is not known. */
    WRONG("wrong");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    /** In JSON and as the class on the page; what is wrong is said in words beside it. */
    public String word() {
        return word;
    }
}
