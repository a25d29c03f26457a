package org.modicum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.modicum.pipeline.settings.Problems;
import org.modicum.pipeline.sites.SitesFile;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.catalogue.Match;
import org.modicum.policy.catalogue.Use;

/** The catalogue for those who have only SQL. */
final class CataloguePlaces {
    private CataloguePlaces() {}

    /** The domains as one regular expression over a URL, whose first group is the domain. */
    static String regex(BenchSite site) throws IOException {
        String domains = catalogue(site).domains().stream()
                .map(domain -> domain.replace(".", "[.]"))
                .collect(Collectors.joining("|"));
        return "^(?:https?://)?(?:[^/:]*[.])?(" + domains + ")(?:[:/]|$)";
    }

    /** For each domain its site and, where a tunnel can be deliberate, dwell (ms), opening (bytes), rate (bytes/s). */
    static String rows(BenchSite site) throws IOException {
        Catalogue catalogue = catalogue(site);
        return catalogue.domains().stream()
                .map(domain -> "('" + domain + "', " + looking(catalogue, domain) + ")")
                .collect(Collectors.joining(", "));
    }

    /** The numbers of docs/reference/method.md. */
    private static String looking(Catalogue catalogue, String domain) {
        Match match = catalogue.match(domain, null).orElse(new Match("", Use.ASSET));
        String numbers = switch (match.use()) {
            case PAGE ->
                switch (catalogue.pace(match.site())) {
                    case FEED -> "20000, 100000, 4000";
                    case POSTS -> "20000, 100000, 2500";
                    case READING -> "60000, 20000, 700";
                    case CHAT -> "20000, 80000, 700";
                };
            case MEDIA -> "20000, 150000, 200000";
            default -> "NULL, NULL, NULL";
        };
        return "'" + match.site() + "', " + numbers;
    }

    private static Catalogue catalogue(BenchSite site) throws IOException {
        Path sites = site.settings(site.once(), site.folder().resolve("home")).resolveSibling("sites.conf");
        Problems problems = new Problems();
        Catalogue catalogue = SitesFile.read(sites, problems);
        problems.throwIfAny();
        return catalogue;
    }
}
