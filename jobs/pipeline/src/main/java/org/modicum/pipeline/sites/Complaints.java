package org.modicum.pipeline.sites;

import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;
import org.modicum.pipeline.settings.Problem;
import org.modicum.pipeline.settings.Problems;

/**
 * Problems at the places that HOCON remembers.
 *
 * @param file the sites file, for values that come from nowhere else
 */
record Complaints(Path file, Problems problems) {

    void about(ConfigOrigin origin, String message) {
        if (isShipped(origin)) {
            problems.add(new Problem("shipped " + Shipped.RESOURCE, line(origin), message));
        } else {
            problems.add(writtenIn(origin), line(origin), message);
        }
    }

    /** The place in a message about another one: {@code sites.conf:12}. */
    String place(ConfigOrigin origin) {
        String source = isShipped(origin)
                ? "shipped " + Shipped.RESOURCE
                : writtenIn(origin).getFileName().toString();
        return source + ":" + line(origin);
    }

    /** Whether the value came by including the catalogue on the class path. */
    static boolean isShipped(ConfigOrigin origin) {
        return origin != null && Shipped.RESOURCE.equals(origin.resource());
    }

    private Path writtenIn(ConfigOrigin origin) {
        return origin == null || origin.filename() == null ? file : Path.of(origin.filename());
    }

    private static int line(ConfigOrigin origin) {
        return origin == null ? 0 : Math.max(0, origin.lineNumber());
    }
}
