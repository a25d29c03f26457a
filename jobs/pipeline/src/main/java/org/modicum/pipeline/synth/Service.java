package org.modicum.pipeline.synth;

/**
 * A real service as a proxy meets it: where its pages, files and streams come from, and the host that an open tab asks
 * again and again. Only names in a file; nothing is ever contacted. Empty: the service has none.
 */
enum Service {
    FACEBOOK("facebook", "www.facebook.com", "scontent-lhr8-1.xx.fbcdn.net", "", "edge-chat.facebook.com"),
    INSTAGRAM("instagram", "www.instagram.com", "static.cdninstagram.com", "", "edge-chat.instagram.com"),
    YOUTUBE("youtube", "www.youtube.com", "i.ytimg.com", "rr3---sn-cu-aigs.googlevideo.com", "www.youtube.com"),
    X("x", "x.com", "abs.twimg.com", "", "x.com"),
    LINKEDIN("linkedin", "www.linkedin.com", "static.licdn.com", "", "www.linkedin.com"),
    REDDIT("reddit", "www.reddit.com", "www.redditstatic.com", "", "gql-realtime.reddit.com"),
    TIKTOK("tiktok", "www.tiktok.com", "lf16-tiktok-web.tiktokcdn.com", "v16-webapp.tiktok.com", "im-ws.tiktok.com"),
    WIKIPEDIA("wikipedia", "en.wikipedia.org", "upload.wikimedia.org", "", ""),
    WHATSAPP("whatsapp", "web.whatsapp.com", "static.whatsapp.net", "", "web.whatsapp.com");

    private final String site;
    private final String page;
    private final String assets;
    private final String media;
    private final String poll;

    Service(String site, String page, String assets, String media, String poll) {
        this.site = site;
        this.page = page;
        this.assets = assets;
        this.media = media;
        this.poll = poll;
    }

    String site() {
        return site;
    }

    String page() {
        return page;
    }

    String assets() {
        return assets;
    }

    String media() {
        return media;
    }

    String poll() {
        return poll;
    }

    boolean streams() {
        return !media.isEmpty();
    }
}
