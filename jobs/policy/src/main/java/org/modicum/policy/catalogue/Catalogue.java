package org.modicum.policy.catalogue;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which hosts are social media. A host matches an entry when it is the entry's or a sub-domain of it on whole labels; the
 * most specific entry wins, and within it the longest path prefix. The University's own hosts (paragraph 3: "not
 * University-owned") and the denied ones (health, unions, counselling, religion) win over everything: they and all below
 * them match nothing.
 */
public final class Catalogue implements Serializable {
    private static final long serialVersionUID = 3L;

    private static final ArrayList<Family> NO_FAMILIES = new ArrayList<>();

    private final List<Site> sites;
    private final HashSet<String> excluded;
    private final HashMap<String, Domain> domains = new HashMap<>();
    private final HashMap<String, Pace> paces = new HashMap<>();
    /** Families of hosts, {@code video-*.xx.fbcdn.net}, by what follows the first label. */
    private final HashMap<String, ArrayList<Family>> families = new HashMap<>();

    private Catalogue(List<Site> sites, Set<String> excluded) {
        this.sites = new ArrayList<>(sites);
        this.excluded = new HashSet<>(excluded);
        Map<String, List<Domain.Entry>> entries = new HashMap<>();
        Map<String, String> siteOf = new HashMap<>();
        for (Site site : sites) {
            paces.put(site.name(), site.pace());
            for (Place place : site.places()) {
                String other = siteOf.putIfAbsent(place.written(), site.name());
                if (other != null) {
                    throw new IllegalArgumentException(
                            "'" + place.written() + "' stands twice, in " + other + " and in " + site.name() + ".");
                }
                entries.computeIfAbsent(place.host(), host -> new ArrayList<>())
                        .add(new Domain.Entry(place.pathPrefix(), new Match(site.name(), place.use())));
            }
        }
        entries.forEach((host, list) -> put(host, Domain.of(list)));
        excluded.forEach(host -> domains.put(host, Domain.EXCLUDED));
    }

    private void put(String host, Domain domain) {
        if (Place.isFamily(host)) {
            families.computeIfAbsent(parent(host), suffix -> new ArrayList<>())
                    .add(new Family(host.substring(0, host.indexOf('*')), domain));
        } else {
            domains.put(host, domain);
        }
    }

    /**
     * @param own the University's hosts
     * @param denied hosts whose use is nobody's business, whatever the sites say
     * @throws IllegalArgumentException if a host and path stands in the catalogue twice, or an excluded host is not as
     *     {@link Hosts#read} gives it: it would exclude nothing
     */
    public static Catalogue of(List<Site> sites, Set<String> own, Set<String> denied) {
        Set<String> excluded = new HashSet<>(own);
        excluded.addAll(denied);
        for (String host : excluded) {
            if (Hosts.read(host).filter(host::equals).isEmpty()) {
                throw new IllegalArgumentException("'" + host + "' is no host name and would exclude nothing.");
            }
        }
        List<Site> sorted = new ArrayList<>(sites);
        sorted.sort(Comparator.comparing(Site::name));
        return new Catalogue(sorted, excluded);
    }

    /**
     * @param host as the log has it; case and a trailing dot do not matter. An address is on no site
     * @param path of a plain request, without its query; null for a tunnel
     */
    public Optional<Match> match(String host, String path) {
        if (host == null) {
            return Optional.empty();
        }
        Match found = null;
        for (String suffix = Hosts.normal(host); suffix != null; suffix = parent(suffix)) {
            Domain domain = domain(suffix);
            if (domain != null && domain.excluded()) {
                return Optional.empty();
            }
            found = found == null && domain != null ? domain.at(path) : found;
        }
        return Optional.ofNullable(found);
    }

    private Domain domain(String host) {
        Domain domain = domains.get(host);
        if (domain == null && !families.isEmpty()) {
            for (Family family : families.getOrDefault(parent(host), NO_FAMILIES)) {
                if (host.startsWith(family.labelPrefix())) {
                    return family.domain();
                }
            }
        }
        return domain;
    }

    /** The pace of a site of the catalogue. */
    public Pace pace(String site) {
        return paces.get(site);
    }

    /**
     * What a scan has to look for: every host that matches is one of these or a sub-domain of one. The fewest names that
     * do it, so no name is below another; none of them is excluded.
     */
    public SortedSet<String> domains() {
        Set<String> hosts = new HashSet<>();
        sites.forEach(site -> site.places().forEach(place -> hosts.add(place.domain())));
        SortedSet<String> cover = new TreeSet<>();
        for (String host : hosts) {
            if (!isBelow(host, excluded) && !excluded.contains(host) && !isBelow(host, hosts)) {
                cover.add(host);
            }
        }
        return cover;
    }

    public List<String> sites() {
        return sites.stream().map(Site::name).toList();
    }

    /** Readable names by site. */
    public SortedMap<String, String> titles() {
        SortedMap<String, String> titles = new TreeMap<>();
        sites.forEach(site -> titles.put(site.name(), site.title()));
        return titles;
    }

    /**
     * SHA-256, in hexadecimal, of all entries and excluded hosts in alphabetic order: titles and the order in which things
     * were written do not matter.
     */
    public String digest() {
        SortedSet<String> lines = new TreeSet<>();
        for (Site site : sites) {
            lines.add(site.name() + "\t" + site.pace());
            for (Place place : site.places()) {
                lines.add(String.join(
                        "\t",
                        place.host(),
                        place.pathPrefix(),
                        site.name(),
                        place.use().name()));
            }
        }
        excluded.forEach(host -> lines.add("!" + host));
        try {
            byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private record Family(String labelPrefix, Domain domain) implements Serializable {}

    private static String parent(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? null : host.substring(dot + 1);
    }

    private static boolean isBelow(String host, Set<String> domains) {
        for (String suffix = parent(host); suffix != null; suffix = parent(suffix)) {
            if (domains.contains(suffix)) {
                return true;
            }
        }
        return false;
    }
}
