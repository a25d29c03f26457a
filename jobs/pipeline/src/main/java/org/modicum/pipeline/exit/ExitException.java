package org.modicum.pipeline.exit;

/**
 * Ends a command with a given exit code. The message is for the person at the terminal: it says where, what, and what
 * to do; no stack trace is shown with it.
 */
public final class ExitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    public ExitException(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    public ExitException(ExitCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ExitCode code() {
        return code;
    }
}
