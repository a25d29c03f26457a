package org.modicum.pipeline.sites;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modicum.policy.catalogue.Pace;
import org.modicum.policy.catalogue.Place;
import org.modicum.policy.catalogue.Site;

/** The sites of a file and its imports while they are put together. */
final class SiteEntries {
    private final Complaints complaints;
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, Pace> paces = new HashMap<>();
    private final SortedMap<String, List<Place>> places = new TreeMap<>();
    private final List<SiteBlock.Written> written = new ArrayList<>();
    private final Set<String> off = new HashSet<>();
    /** Hosts that a site has as a whole, also one that is off: imports leave them and what is below them alone. */
    private final Set<String> taken = new HashSet<>();

    SiteEntries(Complaints complaints) {
        this.complaints = complaints;
    }

    void add(SiteBlock site) {
        if (site.on()) {
            titles.put(site.name(), site.title());
            paces.put(site.name(), site.pace());
            places.put(site.name(), new ArrayList<>());
            written.addAll(site.places());
        } else {
            switchOff(site);
        }
    }

    void switchOff(SiteBlock site) {
        off.add(site.name());
        site.places().forEach(entry -> take(entry.place()));
    }

    /** Once all sites are there: gives every place to one site, and tells of those that stand in two. */
    void settle() {
        // What is shipped comes first, so that the problem is the line that somebody here wrote.
        written.sort(Comparator.comparing(entry -> !Complaints.isShipped(entry.origin())));
        Map<String, SiteBlock.Written> first = new HashMap<>();
        for (SiteBlock.Written entry : written) {
            SiteBlock.Written other = first.putIfAbsent(entry.place().written(), entry);
            if (other == null) {
                places.get(entry.site()).add(entry.place());
                take(entry.place());
            } else {
                complaints.about(
                        entry.origin(),
                        "'" + entry.place().written() + "' of " + entry.site() + " stands in " + other.site()
                                + " already (" + complaints.place(other.origin()) + "); remove one of them.");
            }
        }
    }

    /** Adds the domains of a list, but for those that are a site's already or below one. */
    void importList(ListImport source) {
        if (off.contains(source.site())) {
            complaints.about(source.origin(), "Site '" + source.site() + "' is off; import into another one.");
            return;
        }
        List<Place> site = places.computeIfAbsent(source.site(), name -> new ArrayList<>());
        source.title().ifPresent(title -> titles.put(source.site(), title));
        for (String host : DomainList.read(source.list(), complaints.problems())) {
            if (!isTaken(host)) {
                Place place = new Place(host, "", source.use());
                site.add(place);
                take(place);
            }
        }
    }

    List<Site> sites() {
        List<Site> sites = new ArrayList<>();
        places.forEach((name, own) ->
                sites.add(new Site(name, titles.getOrDefault(name, name), paces.getOrDefault(name, Pace.FEED), own)));
        return sites;
    }

    private void take(Place place) {
        if (place.pathPrefix().isEmpty()) {
            taken.add(place.host());
        }
    }

    private boolean isTaken(String host) {
        String suffix = host;
        while (!taken.contains(suffix)) {
            int dot = suffix.indexOf('.');
            if (dot < 0) {
                return false;
            }
            suffix = suffix.substring(dot + 1);
        }
        return true;
    }
}
