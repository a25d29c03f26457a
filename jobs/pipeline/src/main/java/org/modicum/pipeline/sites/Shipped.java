package org.modicum.pipeline.sites;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.util.Set;

/** The catalogue that Modicum comes with: {@code config/sites.conf}, which the build puts on the class path. */
public final class Shipped {
    static final String RESOURCE = "modicum/sites.conf";

    private Shipped() {}

    /** The names of its sites. */
    public static Set<String> names() {
        return Set.copyOf(read().getConfig("sites").root().keySet());
    }

    static Config read() {
        return ConfigFactory.parseResources(
                        Shipped.class.getClassLoader(),
                        RESOURCE,
                        ConfigParseOptions.defaults().setAllowMissing(false))
                .resolve();
    }
}
