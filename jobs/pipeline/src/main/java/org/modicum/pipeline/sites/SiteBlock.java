package org.modicum.pipeline.sites;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modicum.policy.catalogue.Pace;
import org.modicum.policy.catalogue.Place;
import org.modicum.policy.catalogue.Use;

/**
 * One site as written.
 *
 * @param pace {@link Pace#FEED} unless it says another
 * @param on false if it says {@code enabled = false}
 */
record SiteBlock(String name, String title, Pace pace, boolean on, List<Written> places) {
    /** Uses by the keys that hold their hosts. */
    private static final Map<String, Use> USES = Stream.of(Use.values())
            .collect(Collectors.toUnmodifiableMap(use -> use.name().toLowerCase(Locale.ROOT), use -> use));

    /** A place and where it stands. */
    record Written(String site, Place place, ConfigOrigin origin) {}

    static SiteBlock read(String name, ConfigObject block, Complaints complaints) {
        String title = name;
        Pace pace = Pace.FEED;
        boolean on = true;
        List<Written> places = new ArrayList<>();
        for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(block).entrySet()) {
            ConfigValue value = entry.getValue();
            Optional<Use> use = use(entry.getKey());
            if (entry.getKey().equals("title")) {
                title = title(value, complaints).orElse(name);
            } else if (entry.getKey().equals("enabled")) {
                on = enabled(value, complaints);
            } else if (entry.getKey().equals("pace")) {
                pace = pace(value, complaints);
            } else if (use.isPresent()) {
                HostList.each(
                        value,
                        complaints,
                        (written, origin) -> place(written, use.get(), origin, complaints)
                                .ifPresent(place -> places.add(new Written(name, place, origin))));
            } else {
                complaints.about(
                        value.origin(),
                        "Unknown key '" + entry.getKey()
                                + "'; a site has title, pace, enabled, page, asset, media, background and embedded.");
            }
        }
        if (places.isEmpty()) {
            complaints.about(block.origin(), "Site '" + name + "' has no host.");
        }
        return new SiteBlock(name, title, pace, on, places);
    }

    static Optional<Use> use(String key) {
        return Optional.ofNullable(USES.get(key));
    }

    static Optional<String> title(ConfigValue value, Complaints complaints) {
        if (value.valueType() == ConfigValueType.STRING || value.valueType() == ConfigValueType.NUMBER) {
            return Optional.of(value.unwrapped().toString());
        }
        complaints.about(value.origin(), "A title is a text.");
        return Optional.empty();
    }

    /** Where nobody says, the pace that needs the most bytes for a minute: in doubt the person was there for less. */
    private static Pace pace(ConfigValue value, Complaints complaints) {
        String written = value.unwrapped().toString();
        Optional<Pace> known = Stream.of(Pace.values())
                .filter(pace -> pace.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst();
        if (known.isEmpty()) {
            complaints.about(
                    value.origin(), "Unknown pace '" + written + "'; there are feed, posts, reading and chat.");
        }
        return known.orElse(Pace.FEED);
    }

    private static boolean enabled(ConfigValue value, Complaints complaints) {
        if (value.unwrapped() instanceof Boolean on) {
            return on;
        }
        complaints.about(value.origin(), "'enabled' is true or false.");
        return true;
    }

    private static Optional<Place> place(String written, Use use, ConfigOrigin origin, Complaints complaints) {
        try {
            return Optional.of(Place.read(written, use));
        } catch (IllegalArgumentException e) {
            complaints.about(origin, e.getMessage());
            return Optional.empty();
        }
    }
}
