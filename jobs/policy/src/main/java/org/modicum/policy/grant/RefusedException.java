package org.modicum.policy.grant;

import java.util.EnumSet;
import java.util.Set;

/** A document counts for nothing, for one reason. Nothing out of the document is in the message. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Where the general sentence is true of every document, and the detail says of what. For others it may be false. */
    private static final Set<Refusal> GENERAL = EnumSet.of(
            Refusal.NOT_AN_ENVELOPE,
            Refusal.OUT_OF_BOUNDS,
            Refusal.REGISTRY_NOT_SIGNED,
            Refusal.REVOCATIONS_NOT_SIGNED);

    private final Refusal refusal;
    private final String detail;

    public RefusedException(Refusal refusal) {
        super(refusal.sentence());
        this.refusal = refusal;
        this.detail = refusal.sentence();
    }

    /** @param detail what is wrong, without anything that somebody else may have written */
    public RefusedException(Refusal refusal, String detail) {
        super(message(refusal, detail));
        this.refusal = refusal;
        this.detail = detail;
    }

    public RefusedException(Refusal refusal, String detail, Throwable cause) {
        super(message(refusal, detail), cause);
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

    private static String message(Refusal refusal, String detail) {
        return GENERAL.contains(refusal) ? refusal.sentence() + " " + detail : detail;
    }
}
