package org.modicum.policy.attention;

import java.util.List;
import java.util.Set;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.catalogue.Pace;
import org.modicum.policy.catalogue.Place;
import org.modicum.policy.catalogue.Site;
import org.modicum.policy.catalogue.Use;

/** A small catalogue with every use. */
final class Sites {

    static final Catalogue CATALOGUE = Catalogue.of(
            List.of(
                    new Site(
                            "facebook",
                            "Facebook",
                            Pace.FEED,
                            List.of(
                                    new Place("facebook.com", "", Use.PAGE),
                                    new Place("www.facebook.com", "/plugins/", Use.EMBEDDED),
                                    new Place("static.fbcdn.net", "", Use.ASSET),
                                    new Place("edge-chat.facebook.com", "", Use.BACKGROUND),
                                    new Place("connect.facebook.net", "", Use.EMBEDDED))),
                    new Site("reddit", "Reddit", Pace.FEED, List.of(new Place("reddit.com", "", Use.PAGE))),
                    new Site(
                            "youtube",
                            "YouTube",
                            Pace.FEED,
                            List.of(
                                    new Place("youtube.com", "", Use.PAGE),
                                    new Place("googlevideo.com", "", Use.MEDIA)))),
            Set.of(),
            Set.of());

    private Sites() {}
}
