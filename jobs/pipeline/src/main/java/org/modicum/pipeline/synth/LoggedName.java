package org.modicum.pipeline.synth;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The ways in which a proxy writes one and the same user name, by how a machine logs in. */
final class LoggedName {
    private static final String REALM = "@example.ac.uk";

    /** Squid doubles the backslash. */
    private static final String DOMAIN = "CAMPUS\\\\";

    private static final List<UnaryOperator<String>> WAYS = List.of(
            name -> name,
            name -> DOMAIN + name,
            name -> name + REALM,
            LoggedName::capitals,
            name -> name,
            name -> DOMAIN + capitals(name),
            name -> name + REALM.toUpperCase(Locale.ROOT));

    private LoggedName() {}

    /** Whatever is not ASCII is percent-encoded UTF-8. */
    static String of(String username, int way) {
        String name = WAYS.get(Math.floorMod(way, WAYS.size())).apply(username);
        return name.replace("\u00eb", "%c3%ab");
    }

    private static String capitals(String name) {
        return name.contains("\u00eb") ? name : name.toUpperCase(Locale.ROOT);
    }
}
