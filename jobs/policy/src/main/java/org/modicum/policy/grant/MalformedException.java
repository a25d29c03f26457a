package org.modicum.policy.grant;

/** JSON that is not in the strict form of a document. The message repeats nothing of it. */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
        super(message);
    }
}
