package org.modicum.pipeline.sites;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.modicum.pipeline.settings.Problems;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.catalogue.Hosts;
import org.modicum.policy.catalogue.Site;

/**
 * Reads a catalogue from HOCON; docs/reference/sites.md has the format. A site's own file includes the shipped one by
 * {@code include classpath("modicum/sites.conf")}.
 *
 * <p>The shipped deny list holds whatever the file says: a site adds to it, and no slip takes the helplines off it.
 */
public final class SitesFile {
    private static final Set<String> SECTIONS = Set.of("sites", "own", "deny", "import");

    private final ConfigObject root;
    private final Config shipped = Shipped.read();
    private final Complaints complaints;
    private final SiteEntries entries;

    private SitesFile(ConfigObject root, Complaints complaints) {
        this.root = root;
        this.complaints = complaints;
        this.entries = new SiteEntries(complaints);
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
        Complaints complaints = new Complaints(file, problems);
        try {
            ConfigObject root = ConfigFactory.parseFile(file.toFile()).resolve().root();
            return new SitesFile(root, complaints).read();
        } catch (ConfigException e) {
            complaints.about(e.origin(), "This is not HOCON: " + e.getMessage());
            return Catalogue.of(List.of(), Set.of(), Set.of());
        }
    }

    static String noName(String site) {
        return "'" + site + "' is no name for a site: use small letters, digits and -.";
    }

    private Catalogue read() {
        root.forEach((key, value) -> {
            if (!SECTIONS.contains(key)) {
                complaints.about(value.origin(), "Unknown key '" + key + "'; there are sites, own, deny and import.");
            }
        });
        sites(root.get("sites"));
        ListImport.read(root.get("import"), complaints).forEach(entries::importList);
        Catalogue catalogue = Catalogue.of(entries.sites(), own(), denied());
        if (catalogue.domains().isEmpty() && complaints.problems().isEmpty()) {
            complaints.about(null, "No site has a host that is neither own nor denied: there is nothing to look for.");
        }
        return catalogue;
    }

    private void sites(ConfigValue value) {
        if (value instanceof ConfigObject sites) {
            new TreeMap<>(sites).forEach(this::site);
            entries.settle();
        } else if (value != null || root.get("import") == null) {
            complaints.about(value == null ? null : value.origin(), "There is no block 'sites { … }'.");
        }
    }

    private void site(String name, ConfigValue value) {
        if (!Site.isName(name)) {
            complaints.about(value.origin(), noName(name));
        } else if (value instanceof ConfigObject block) {
            entries.add(SiteBlock.read(name, block, complaints));
        } else if (value.valueType() == ConfigValueType.NULL) {
            switchOff(name);
        } else {
            complaints.about(value.origin(), "Site '" + name + "' is not a block; null switches a site off.");
        }
    }

    /** Null takes the hosts of a site away too, so what is shipped says which they were. */
    private void switchOff(String name) {
        if (shipped.root().get("sites") instanceof ConfigObject sites
                && sites.get(name) instanceof ConfigObject block) {
            entries.switchOff(SiteBlock.read(name, block, complaints));
        }
    }

    private Set<String> own() {
        Set<String> own = HostList.excluded(root.get("own"), complaints);
        own.stream()
                .filter(Hosts::isRegistrySuffix)
                .sorted()
                .forEach(host -> complaints.about(
                        root.get("own").origin(),
                        "'" + host + "' is a registry's; write the University's own domain below it."));
        return own;
    }

    private Set<String> denied() {
        Set<String> denied = new HashSet<>(HostList.excluded(shipped.root().get("deny"), complaints));
        denied.addAll(HostList.excluded(root.get("deny"), complaints));
        return denied;
    }
}
