package org.modicum.policy.grant;

/** A document counts for nothing, for one reason. Nothing out of the document is in the message. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String detail;

    public RefusedException(Refusal refusal) {
        super(refusal.sentence());
        this.refusal = refusal;
        this.detail = refusal.sentence();
    }

    /** @param detail what is wrong, without anything that somebody else may have written */
    public RefusedException(Refusal refusal, String detail) {
        super(refusal.sentence() + " " + detail);
        this.refusal = refusal;
        this.detail = detail;
    }

    public RefusedException(Refusal refusal, String detail, Throwable cause) {
        super(refusal.sentence() + " " + detail, cause);
        this.refusal = refusal;
        this.detail = detail;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What is wrong, for whoever is still writing the document. */
    public String detail() {
        return detail;
    }
}
