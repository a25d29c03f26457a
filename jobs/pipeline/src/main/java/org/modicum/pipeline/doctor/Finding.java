package org.modicum.pipeline.doctor;

/**
 * One thing that was looked at.
 *
 * @param remedy what to do about it; empty when all is well
 */
record Finding(String what, boolean well, String remedy) {
    static Finding well(String what) {
        return new Finding(what, true, "");
    }

    static Finding wrong(String what, String remedy) {
        return new Finding(what, false, remedy);
    }

    @Override
    public String toString() {
        return (well ? "ok     " : "MEND   ") + what + (well ? "" : "\n         → " + remedy);
    }
}
