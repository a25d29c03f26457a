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
 * University-owned") and the denied ones (health, unions, counselling, religion) win over everything.
 */
public final class Catalogue implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<Site> sites;
    private final HashMap<String, ArrayList<Entry>> entries = new HashMap<>();
    private final HashSet<String> excluded;

    private record Entry(String pathPrefix, Match match) implements Serializable {}

    private Catalogue(List<Site> sites, Set<String> excluded) {
        this.sites = new ArrayList<>(sites);
        this.excluded = new HashSet<>(excluded);
        for (Site site : sites) {
            for (Place place : site.places()) {
                entries.computeIfAbsent(place.host(), host -> new ArrayList<>())
                        .add(new Entry(place.pathPrefix(), new Match(site.name(), place.use())));
            }
        }
        entries.values()
                .forEach(list -> list.sort(Comparator.comparingInt((Entry entry) -> entry.pathPrefix.length())
                        .reversed()));
    }

    /**
     * @param own the University's hosts
     * @param denied hosts whose use is nobody's business, whatever the sites say
     */
    public static Catalogue of(List<Site> sites, Set<String> own, Set<String> denied) {
        Set<String> excluded = new HashSet<>(own);
        excluded.addAll(denied);
        List<Site> sorted = new ArrayList<>(sites);
        sorted.sort(Comparator.comparing(Site::name));
        return new Catalogue(sorted, excluded);
    }

    /**
     * @param host as the log has it; case and a trailing dot do not matter
     * @param path of a plain request, without its query; null for a tunnel
     */
    public Optional<Match> match(String host, String path) {
        if (host == null) {
            return Optional.empty();
        }
        String name = Hosts.normal(host);
        Optional<Match> found = Optional.empty();
        for (String suffix = name; suffix != null; suffix = parent(suffix)) {
            if (excluded.contains(suffix)) {
                return Optional.empty();
            }
            if (found.isEmpty()) {
                found = at(suffix, path);
            }
        }
        return found;
    }

    private Optional<Match> at(String host, String path) {
        List<Entry> list = entries.get(host);
        if (list != null) {
            for (Entry entry : list) {
                if (entry.pathPrefix.isEmpty() || path != null && path.startsWith(entry.pathPrefix)) {
                    return Optional.of(entry.match);
                }
            }
        }
        return Optional.empty();
    }

    /** Every host of the catalogue that is not excluded itself: what a scan has to look for. */
    public SortedSet<String> domains() {
        SortedSet<String> domains = new TreeSet<>();
        for (String host : entries.keySet()) {
            if (!isExcluded(host)) {
                domains.add(host);
            }
        }
        return domains;
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

    /** SHA-256 of all that decides a match, in hexadecimal: two catalogues with the same digest match alike. */
    public String digest() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, ArrayList<Entry>> host : new TreeMap<>(entries).entrySet()) {
            host.getValue()
                    .forEach(entry -> text.append(host.getKey())
                            .append(entry.pathPrefix)
                            .append(' ')
                            .append(entry.match.site())
                            .append(' ')
                            .append(entry.match.use())
                            .append('\n'));
        }
        new TreeSet<>(excluded).forEach(host -> text.append('!').append(host).append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private boolean isExcluded(String host) {
        for (String suffix = host; suffix != null; suffix = parent(suffix)) {
            if (excluded.contains(suffix)) {
                return true;
            }
        }
        return false;
    }

    private static String parent(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? null : host.substring(dot + 1);
    }
}
