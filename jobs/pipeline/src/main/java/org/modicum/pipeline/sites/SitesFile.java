package org.modicum.pipeline.sites;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.modicum.pipeline.settings.Problems;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.catalogue.Hosts;
import org.modicum.policy.catalogue.Place;
import org.modicum.policy.catalogue.Site;
import org.modicum.policy.catalogue.Use;

/**
 * Reads a catalogue from HOCON; docs/reference/sites.md has the format. A site's own file includes the shipped one by
 * {@code include classpath("modicum/sites.conf")}.
 */
public final class SitesFile {
    private static final Set<String> SECTIONS = Set.of("sites", "own", "deny", "import");

    private final Path file;
    private final Problems problems;
    private final Map<String, String> titles = new TreeMap<>();
    private final Map<String, List<Place>> places = new TreeMap<>();
    private final Map<String, String> siteOfPlace = new LinkedHashMap<>();

    private SitesFile(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The catalogue of a file; whatever is wrong with it goes to {@code problems}, all of it, with file and line. */
    public static Catalogue read(Path file, Problems problems) {
        if (!Files.isReadable(file)) {
            problems.add(
                    file,
                    0,
                    "There is no catalogue of sites. Create the file with the line:"
                            + " include classpath(\"modicum/sites.conf\")");
            return Catalogue.of(List.of(), Set.of(), Set.of());
        }
        return new SitesFile(file, problems).read();
    }

    private Catalogue read() {
        Config config;
        try {
            config = ConfigFactory.parseFile(file.toFile()).resolve();
        } catch (ConfigException e) {
            problem(e.origin(), "This is not HOCON: " + e.getMessage());
            return Catalogue.of(List.of(), Set.of(), Set.of());
        }
        config.root().forEach((key, value) -> {
            if (!SECTIONS.contains(key)) {
                problem(value.origin(), "Unknown key '" + key + "'; there are sites, own, deny and import.");
            }
        });
        sites(config.root().get("sites"));
        if (config.root().get("import") instanceof ConfigList imports) {
            imports.forEach(this::importList);
        }
        List<Site> sites = new ArrayList<>();
        places.forEach((name, own) -> sites.add(new Site(name, titles.getOrDefault(name, name), own)));
        return Catalogue.of(
                sites, hosts(config.root().get("own")), hosts(config.root().get("deny")));
    }

    private void sites(ConfigValue value) {
        if (!(value instanceof ConfigObject sites)) {
            problem(value == null ? null : value.origin(), "There is no block 'sites { … }'.");
            return;
        }
        new TreeMap<>(sites).forEach((name, site) -> {
            if (site instanceof ConfigObject entry) {
                site(name, entry);
            } else if (site.valueType() != ConfigValueType.NULL) {
                problem(site.origin(), "Site '" + name + "' is not a block; null switches a site off.");
            }
        });
    }

    private void site(String name, ConfigObject entry) {
        if (!name.matches("[a-z0-9-]+") || name.equals("other") || name.equals("all")) {
            problem(entry.origin(), "'" + name + "' is no name for a site: use small letters, digits and -.");
            return;
        }
        places.put(name, new ArrayList<>());
        new TreeMap<>(entry).forEach((key, value) -> {
            if (key.equals("title")) {
                titles.put(name, value.unwrapped().toString());
            } else {
                use(key, value)
                        .ifPresent(use -> list(value)
                                .forEach(host -> place(name, host.unwrapped().toString(), use, host.origin())));
            }
        });
        if (places.get(name).isEmpty()) {
            problem(entry.origin(), "Site '" + name + "' has no host.");
        }
    }

    private Optional<Use> use(String key, ConfigValue value) {
        try {
            return Optional.of(Use.valueOf(key.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            problem(
                    value.origin(),
                    "Unknown key '" + key + "'; a site has title, page, asset, media, background and embedded.");
            return Optional.empty();
        }
    }

    private void place(String site, String written, Use use, ConfigOrigin origin) {
        int slash = written.indexOf('/');
        String path = slash < 0 ? "" : written.substring(slash);
        Hosts.read(slash < 0 ? written : written.substring(0, slash))
                .ifPresentOrElse(
                        host -> {
                            String other = siteOfPlace.putIfAbsent(host + path, site);
                            if (other == null) {
                                places.computeIfAbsent(site, name -> new ArrayList<>())
                                        .add(new Place(host, path, use));
                            } else {
                                problem(
                                        origin,
                                        "'" + host + path + "' stands twice, in " + other + " and in " + site + ".");
                            }
                        },
                        () -> problem(
                                origin, "'" + written + "' is no host name; write example.org or example.org/path/."));
    }

    private void importList(ConfigValue value) {
        if (!(value instanceof ConfigObject entry)
                || entry.get("file") == null
                || entry.get("site") == null
                || entry.get("use") == null) {
            problem(value.origin(), "An import is { file = …, site = …, use = page }.");
            return;
        }
        String site = entry.get("site").unwrapped().toString();
        Optional<Use> use = use(entry.get("use").unwrapped().toString(), value);
        Path list = file.toAbsolutePath()
                .resolveSibling(entry.get("file").unwrapped().toString());
        use.ifPresent(known -> DomainList.read(list, problems).forEach(host -> {
            if (siteOfPlace.putIfAbsent(host, site) == null) {
                places.computeIfAbsent(site, name -> new ArrayList<>()).add(new Place(host, "", known));
            }
        }));
    }

    private Set<String> hosts(ConfigValue value) {
        Set<String> hosts = new HashSet<>();
        if (value != null) {
            list(value)
                    .forEach(host -> Hosts.read(host.unwrapped().toString())
                            .ifPresentOrElse(
                                    hosts::add,
                                    () -> problem(host.origin(), "'" + host.unwrapped() + "' is no host name.")));
        }
        return hosts;
    }

    private List<ConfigValue> list(ConfigValue value) {
        if (value instanceof ConfigList list) {
            return list;
        }
        problem(value.origin(), "A list of hosts is expected: [example.org, example.net].");
        return List.of();
    }

    private void problem(ConfigOrigin origin, String what) {
        Path where = origin == null || origin.filename() == null ? file : Path.of(origin.filename());
        problems.add(where, origin == null ? 0 : Math.max(0, origin.lineNumber()), what);
    }
}
