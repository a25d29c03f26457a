package org.modicum.policy.catalogue;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A social-media service in the sense of paragraph 3 of the policy.
 *
 * @param name short and stable, it stands in tables and releases: {@code youtube}
 * @param title for readers: {@code YouTube}
 * @param pace what a tunnel's bytes mean on its pages
 */
public record Site(String name, String title, Pace pace, List<Place> places) implements Serializable {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    /** Releases say these of several sites together. */
    private static final Set<String> TAKEN = Set.of("other", "all");

    /** @throws IllegalArgumentException if {@link #isName} says no to the name */
    public Site {
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + name
                    + "' is no name for a site: use small letters, digits and - (and neither 'other' nor 'all').");
        }
        places = List.copyOf(places);
    }

    /** Whether a site can be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !TAKEN.contains(name);
    }
}
