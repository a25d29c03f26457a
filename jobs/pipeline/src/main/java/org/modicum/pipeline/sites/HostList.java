package org.modicum.pipeline.sites;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.modicum.policy.catalogue.Hosts;

/** A list of hosts in a sites file. */
final class HostList {
    private HostList() {}

    /** Gives every text of the list with its place; null is a list without hosts. */
    static void each(ConfigValue value, Complaints complaints, BiConsumer<String, ConfigOrigin> host) {
        if (value instanceof ConfigList list) {
            list.forEach(item -> host.accept(String.valueOf(item.unwrapped()), item.origin()));
        } else if (value != null && value.valueType() != ConfigValueType.NULL) {
            complaints.about(value.origin(), "A list of hosts is expected: [example.org, example.net].");
        }
    }

    /** Whole hosts that are to match nothing. */
    static Set<String> excluded(ConfigValue value, Complaints complaints) {
        Set<String> hosts = new HashSet<>();
        each(
                value,
                complaints,
                (written, origin) -> Hosts.read(written)
                        .ifPresentOrElse(
                                hosts::add,
                                () -> complaints.about(
                                        origin, "'" + written + "' is no host name; write example.org.")));
        return hosts;
    }
}
