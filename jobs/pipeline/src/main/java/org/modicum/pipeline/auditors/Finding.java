package org.modicum.pipeline.auditors;

/**
 * Something that an auditor should see first.
 *
 * @param section in which it is
 */
public record Finding(Mark mark, String section, String sentence) {
    /** The mark in a word, for those who see no colour. */
    public String label() {
        return switch (mark) {
            case WRONG -> "Wrong";
            case OVERDUE -> "Overdue";
            default -> "To look at";
        };
    }

    static Finding wrong(String section, String sentence) {
        return new Finding(Mark.WRONG, section, sentence);
    }

    static Finding look(String section, String sentence) {
        return new Finding(Mark.LOOK, section, sentence);
    }
}
