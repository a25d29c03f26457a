package org.modicum.pipeline.auditors;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parts that cannot be read. The page says that they are not known; the log of the command says why. */
final class Unread {
    private static final Logger LOG = LoggerFactory.getLogger(Unread.class);

    private Unread() {}

    /**
     * What was read, or nothing for whatever reason: an auditor has to see the rest.
     *
     * @param what for the log of the command; messages of other people's exceptions may quote a value, so none is told
     */
    static <T> Optional<T> orNothing(String what, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (RuntimeException e) {
            LOG.warn("{} could not be read: {}", what, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
