package org.modicum.pipeline.synth;

/** A stretch of a day in which somebody is at a computer. */
record Window(Kind kind, long from, long to) {

    /** What the stretch is for: how often pages are opened, and how much more than at work social media are looked at. */
    enum Kind {
        WORK(5.5, 1, 0),
        BREAK(3, 3, 0.3),
        ELSEWHERE(6, 3, 0.4);

        private final double spellsAnHour;
        private final double timesWork;
        private final double visitsAnHour;

        Kind(double spellsAnHour, double timesWork, double visitsAnHour) {
            this.spellsAnHour = spellsAnHour;
            this.timesWork = timesWork;
            this.visitsAnHour = visitsAnHour;
        }

        /** Spells of a few pages, one after the other. */
        double spellsAnHour() {
            return spellsAnHour;
        }

        /** Visits to social media, for somebody who would make {@code atWork} of them in an hour at work. */
        double visitsAnHour(double atWork) {
            return atWork == 0 ? 0 : atWork * timesWork + visitsAnHour;
        }
    }

    boolean isElsewhere() {
        return kind == Kind.ELSEWHERE;
    }
}
