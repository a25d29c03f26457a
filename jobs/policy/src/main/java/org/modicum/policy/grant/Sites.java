package org.modicum.policy.grant;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The sites that may be looked at.
 *
 * @param names sites of the catalogue, in order, each once; or the one word {@code all}
 */
public record Sites(List<String> names) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");

    public static final Sites ALL = new Sites(List.of("all"));

    /** @throws RefusedException if there are none, or {@code all} and others */
    public Sites {
        names = List.copyOf(names);
        Words.require(!names.isEmpty(), "A grant is about at least one site, or all.");
        Words.require(names.size() == 1 || !names.contains("all"), "The word all stands alone.");
        Words.require(
                names.stream().allMatch(name -> NAME.matcher(name).matches()),
                "A site is a word of the catalogue, in small letters.");
        Words.sortedOnce(names, "Sites");
    }

    /**
     * The granted names that a catalogue does not have. Nothing would be found under them, and that would read as if
     * nobody were above.
     *
     * @return none if all sites are granted
     */
    public List<String> missingFrom(Set<String> catalogue) {
        return equals(ALL)
                ? List.of()
                : names.stream().filter(name -> !catalogue.contains(name)).toList();
    }

    public boolean contains(String site) {
        return names.contains("all") || names.contains(site);
    }
}
