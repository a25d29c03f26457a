package org.modicum.pipeline.synth;

/** Buttons, pixels and players of social media in other sites' pages. Nobody came for them. */
final class Widgets {
    private static final Address FACEBOOK_SDK = new Address("connect.facebook.net", "/en_GB/sdk.js");
    private static final Address FACEBOOK_PIXEL = new Address("www.facebook.com", "/tr/?");
    private static final Address FACEBOOK_BUTTON = new Address("www.facebook.com", "/plugins/like.php?");
    private static final Address X_WIDGETS = new Address("platform.twitter.com", "/widgets.js");
    private static final Address X_TIMELINE =
            new Address("syndication.twitter.com", "/srv/timeline-profile/screen-name/");
    private static final Address LINKEDIN_PIXEL = new Address("px.ads.linkedin.com", "/collect?");
    private static final Address PLAYER = new Address("www.youtube.com", "/embed/");
    private static final Address PLAYER_PROGRAM = new Address("www.youtube.com", "/s/player/base.js");
    private static final Address PLAYER_PICTURE = new Address("i.ytimg.com", "/vi/hqdefault.jpg");
    private static final String SCRIPT = "application/x-javascript";

    private final Desk desk;
    private final Chance chance;

    Widgets(Desk desk) {
        this.desk = desk;
        this.chance = desk.chance();
    }

    void load() {
        Browser browser = desk.browser();
        if (chance.happens(0.6)) {
            if (chance.happens(0.3)) {
                browser.get(400, FACEBOOK_SDK, SCRIPT, chance.between(58_000, 95_000));
            }
            browser.get(900, FACEBOOK_PIXEL, "image/gif", 44);
        }
        if (chance.happens(0.12)) {
            browser.get(1_000, FACEBOOK_BUTTON, "text/html", chance.between(11_000, 34_000));
        }
        if (chance.happens(0.3)) {
            browser.get(700, X_WIDGETS, SCRIPT, chance.between(28_000, 36_000));
        }
        if (chance.happens(0.1)) {
            browser.get(1_400, X_TIMELINE, "text/html", chance.between(30_000, 120_000));
        }
        if (chance.happens(0.25)) {
            browser.get(1_100, LINKEDIN_PIXEL, "image/gif", 43);
        }
        if (chance.happens(0.12)) {
            player(browser);
        }
    }

    private void player(Browser browser) {
        browser.get(800, PLAYER, "text/html", chance.between(18_000, 45_000));
        if (desk.fetchesPlayer()) {
            browser.get(1_200, PLAYER_PROGRAM, "text/javascript", chance.between(620_000, 840_000));
        }
        browser.get(1_500, PLAYER_PICTURE, "image/jpeg", chance.between(6_000, 40_000));
    }
}
