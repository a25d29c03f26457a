package org.modicum.pipeline.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the sections of one reading share. */
final class Reading {

    private final Places places;
    private final Problems problems;
    private final Map<List<String>, String> locations = new HashMap<>();
    private final Set<String> noted = new HashSet<>();

    Reading(Places places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    Places places() {
        return places;
    }

    /** Notes a problem. A mistake that is seen through two names, one a substitution of the other, is one problem. */
    void note(Place place, String name, String message) {
        if (noted.add(place + message)) {
            problems.add(new Problem(place.source(), place.line(), (name + " " + message).strip()));
        }
    }

    Problems problems() {
        return problems;
    }

    /** By the path of the setting, what a path written there stands for. */
    Map<List<String>, String> locations() {
        return locations;
    }
}
