package org.modicum.proxylog;

import java.io.IOException;

/** Compressed bytes are damaged or cut off. Everything before that has been handed out already. */
public final class CorruptContentException extends IOException {
    private static final long serialVersionUID = 1L;

    CorruptContentException(String message) {
        super(message);
    }

    CorruptContentException(String message, Throwable cause) {
        super(message, cause);
    }
}
