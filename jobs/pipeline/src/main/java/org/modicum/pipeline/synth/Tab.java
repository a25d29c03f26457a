package org.modicum.pipeline.synth;

/**
 * A tab with one service in it. While it is open it polls, whether anybody looks or not; everything else it does because
 * somebody does something.
 */
final class Tab {
    private static final String JSON = "application/json";

    private final Desk desk;
    private final Service service;
    private final Browser browser;
    private final Chance chance;
    private final int run;
    private long closes = Long.MAX_VALUE;
    private long videoEnds;
    private int videos;

    Tab(Desk desk, Service service) {
        this.desk = desk;
        this.service = service;
        this.browser = desk.browser();
        this.chance = desk.chance();
        this.run = browser.runs();
    }

    Service service() {
        return service;
    }

    boolean isOpen() {
        return run == browser.runs() && desk.agenda().now() < closes;
    }

    /** The page is opened, and begins to poll. */
    void open() {
        page();
        if (chance.happens(0.25)) {
            for (int i = 0; i < chance.between(2, 6); i++) {
                Address script = new Address(service.scripts().host(), "/rsrc/" + chance.between(1, 900) + ".js");
                browser.get(
                        chance.between(150, 900), script, "application/x-javascript", chance.between(15_000, 220_000));
            }
        }
        for (Address poll : service.polls()) {
            if (service.pollSeconds() > 0) {
                pollAfter(poll);
            }
        }
    }

    /** Somebody comes back to a tab that was left open. */
    void resume() {
        closes = Long.MAX_VALUE;
        if (chance.happens(0.3)) {
            page();
        } else {
            scroll();
        }
    }

    /** One sign of life: scrolling, another page, an answer. */
    void act() {
        double kind = chance.uniform(0, 10);
        if (kind < 1) {
            browser.post(0, service.data(), JSON, chance.between(300, 3_000));
        } else if (kind < 3.2) {
            page();
        } else {
            scroll();
        }
    }

    /** A video runs until {@code until}; it comes in pieces, the first ones ahead of time. */
    void watch(long until) {
        videoEnds = until;
        videos++;
        double bytesPerSecond = chance.lognormal(170_000, 0.5);
        piece(videos, (long) (bytesPerSecond * chance.uniform(6, 15)), bytesPerSecond);
    }

    /** Nobody looks any more; the tab stays until {@code at}. */
    void leave(long at) {
        closes = at;
        videoEnds = 0;
    }

    private void page() {
        Address page = service.page();
        String path = page.path().equals("/") || chance.happens(0.5)
                ? page.path()
                : page.path() + "p" + chance.between(1, 99_999);
        browser.get(0, new Address(page.host(), path), "text/html", chance.kilobytes(service.pageKb()));
        if (chance.happens(0.7)) {
            browser.post(chance.between(300, 1_200), service.data(), JSON, chance.kilobytes(service.dataKb()));
        }
        pictures(service.perLook() + 1);
    }

    private void scroll() {
        browser.post(0, service.data(), JSON, chance.kilobytes(service.dataKb()));
        pictures(service.perLook());
    }

    private void pictures(int about) {
        long count = chance.between(about / 2, about + about / 2);
        for (int i = 0; i < count; i++) {
            Address picture = new Address(service.pictures().host(), "/v/" + chance.between(1, 999_999) + ".jpg");
            browser.get(chance.between(200, 1_800), picture, "image/jpeg", chance.kilobytes(service.pictureKb()));
        }
    }

    private void piece(int video, long bytes, double bytesPerSecond) {
        if (video != videos || desk.agenda().now() >= videoEnds || run != browser.runs()) {
            return;
        }
        browser.get(0, new Address(service.media(), "/videoplayback?"), "video/mp4", bytes);
        double seconds = chance.uniform(5, 10);
        desk.agenda()
                .at(
                        desk.agenda().now() + (long) (seconds * 1000),
                        () -> piece(video, (long) (seconds * bytesPerSecond), bytesPerSecond));
    }

    private void pollAfter(Address poll) {
        long wait = (long) (service.pollSeconds() * 1000 * chance.uniform(0.6, 1.6));
        desk.agenda().at(desk.agenda().now() + wait, () -> {
            if (isOpen()) {
                poll(poll);
                pollAfter(poll);
            }
        });
    }

    /** Mostly "nothing new"; once in a while something is, and is fetched. */
    private void poll(Address poll) {
        browser.post(0, poll, JSON, chance.between(80, 1_200));
        if (chance.happens(0.02)) {
            browser.post(200, service.data(), JSON, chance.between(3_000, 15_000));
        }
    }
}
