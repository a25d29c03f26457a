package org.modicum.pipeline.auditors;

/** How something that is held stands against its rule; what is worst comes first. */
enum Standing {
    OVERDUE("OVERDUE", Mark.OVERDUE),
    LEFT("left by a stopped writer; has to go", Mark.OVERDUE),
    DUE_TODAY("due today", Mark.LOOK),
    KEPT("past its time, kept by a hold", Mark.LOOK),
    IN_TIME("in time", Mark.PLAIN);

    private final String words;
    private final Mark mark;

    Standing(String words, Mark mark) {
        this.words = words;
        this.mark = mark;
    }

    String words() {
        return words;
    }

    Mark mark() {
        return mark;
    }
}
