package org.modicum.policy.attention;

import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.catalogue.Match;
import org.modicum.policy.catalogue.Use;

/** A small catalogue with every use. */
final class Sites {

    static final Catalogue CATALOGUE = new Catalogue();

    static {
        CATALOGUE.put("facebook.com", new Match("facebook", Use.PAGE));
        CATALOGUE.put("www.facebook.com", new Match("facebook", Use.PAGE));
        CATALOGUE.put("static.fbcdn.net", new Match("facebook", Use.ASSET));
        CATALOGUE.put("edge-chat.facebook.com", new Match("facebook", Use.BACKGROUND));
        CATALOGUE.put("connect.facebook.net", new Match("facebook", Use.EMBEDDED));
        CATALOGUE.put("reddit.com", new Match("reddit", Use.PAGE));
        CATALOGUE.put("youtube.com", new Match("youtube", Use.PAGE));
        CATALOGUE.put("googlevideo.com", new Match("youtube", Use.MEDIA));
    }

    private Sites() {}
}
