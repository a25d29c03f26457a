package org.modicum.policy.catalogue;

import java.io.Serializable;
import java.util.List;

/**
 * A social-media service in the sense of paragraph 3 of the policy.
 *
 * @param name short and stable, it stands in tables and releases: {@code youtube}
 * @param title for readers: {@code YouTube}
 */
public record Site(String name, String title, List<Place> places) implements Serializable {
    public Site {
        places = List.copyOf(places);
    }
}
