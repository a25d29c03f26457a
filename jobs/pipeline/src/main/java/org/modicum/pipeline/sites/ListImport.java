package org.modicum.pipeline.sites;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.modicum.policy.catalogue.Site;
import org.modicum.policy.catalogue.Use;

/** One entry of {@code import}: a list of domains, and which use of which site they are. */
record ListImport(Path list, String site, Optional<String> title, Use use, ConfigOrigin origin) {
    private static final Set<String> KEYS = Set.of("file", "site", "use", "title");

    static List<ListImport> read(ConfigValue value, Complaints complaints) {
        List<ListImport> imports = new ArrayList<>();
        if (value instanceof ConfigList list) {
            list.forEach(item -> one(item, complaints).ifPresent(imports::add));
        } else if (value != null) {
            complaints.about(value.origin(), "A list is expected: import = [{ file = …, site = …, use = page }].");
        }
        return imports;
    }

    private static Optional<ListImport> one(ConfigValue value, Complaints complaints) {
        if (!(value instanceof ConfigObject block)
                || block.get("file") == null
                || block.get("site") == null
                || block.get("use") == null) {
            complaints.about(value.origin(), "An import is { file = …, site = …, use = page }.");
            return Optional.empty();
        }
        new TreeMap<>(block).forEach((key, unknown) -> {
            if (!KEYS.contains(key)) {
                complaints.about(
                        unknown.origin(), "Unknown key '" + key + "'; an import has file, site, use and title.");
            }
        });
        String site = block.get("site").unwrapped().toString();
        String written = block.get("use").unwrapped().toString();
        Optional<Use> use = SiteBlock.use(written);
        if (use.isEmpty()) {
            complaints.about(
                    block.get("use").origin(),
                    "Unknown use '" + written + "'; there are page, asset, media, background and embedded.");
        }
        if (!Site.isName(site)) {
            complaints.about(block.get("site").origin(), SitesFile.noName(site));
            return Optional.empty();
        }
        Optional<String> title =
                Optional.ofNullable(block.get("title")).flatMap(text -> SiteBlock.title(text, complaints));
        Path list = beside(block.get("file"), complaints);
        return use.map(known -> new ListImport(list, site, title, known, block.origin()));
    }

    /** Paths are relative to the file that names them. */
    private static Path beside(ConfigValue list, Complaints complaints) {
        String from = list.origin().filename();
        Path file = from == null ? complaints.file() : Path.of(from);
        return file.toAbsolutePath().resolveSibling(list.unwrapped().toString());
    }
}
