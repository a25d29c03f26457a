package org.modicum.pipeline.exit;

/** What the process ends with; the numbers are the contract with timers and shells (sysexits.h where one fits). */
public enum ExitCode {
    DONE(0),
    FAILED(1),
    USAGE(64),
    TOO_MANY_MALFORMED(65),
    NO_INPUT(66),
    LOCKED(75),
    NOT_PERMITTED(77),
    SETTINGS(78);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
