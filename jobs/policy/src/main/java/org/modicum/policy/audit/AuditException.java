package org.modicum.policy.audit;

/** What was read cannot be trusted or is not of its format: a note, a key, a proof, a tile, or an entry. */
public final class AuditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AuditException(String message) {
        super(message);
    }

    public AuditException(String message, Throwable cause) {
        super(message, cause);
    }
}
