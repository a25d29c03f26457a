package org.modicum.bench;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.modicum.pipeline.settings.Problems;
import org.modicum.pipeline.sites.SitesFile;

/** The domains of the catalogue as one regular expression over a URL, whose first group is the domain. */
final class CatalogueRegex {
    private CatalogueRegex() {}

    static String of(Path sites) {
        Problems problems = new Problems();
        String domains = SitesFile.read(sites, problems).domains().stream()
                .map(domain -> domain.replace(".", "[.]"))
                .collect(Collectors.joining("|"));
        problems.throwIfAny();
        return "^(?:https?://)?(?:[^/:]*[.])?(" + domains + ")(?:[:/]|$)";
    }
}
