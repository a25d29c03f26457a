package org.modicum.pipeline.synth;

/** Everything that is not social media: pages, the mail that is always open, and what machines do by themselves. */
final class Surfing {
    private static final Address MAIL = new Address("outlook.office365.com", "/owa/service.svc");
    private static final Address PRESENCE = new Address("presence.teams.microsoft.com", "/v1/presence/getpresence/");
    private static final Address UPDATES =
            new Address("ctldl.windowsupdate.com", "/msdownload/update/v3/static/trustedr/en/authrootstl.cab");
    private static final Address CERTIFICATES = new Address("ocsp.digicert.com", "/");
    private static final Address TELEMETRY = new Address("v10.events.data.microsoft.com", "/OneCollector/1.0/");

    private final Desk desk;
    private final Browser browser;
    private final Chance chance;
    private final Widgets widgets;

    Surfing(Desk desk) {
        this.desk = desk;
        this.browser = desk.browser();
        this.chance = desk.chance();
        this.widgets = new Widgets(desk);
    }

    /** Opens a page of some site. */
    void page() {
        WebPage page = desk.web().pages().draw(chance);
        fetch(
                page,
                0,
                new Address(page.host(), "/page/" + chance.between(1, 99_999)),
                "text/html",
                chance.kilobytes(page.kb()));
        for (int i = 0; i < chance.between(page.parts() / 2, page.parts() * 3L / 2); i++) {
            boolean picture = chance.happens(0.5);
            Address part = new Address(page.host(), "/assets/" + chance.between(1, 9_999) + (picture ? ".png" : ".js"));
            fetch(page, chance.between(150, 2_500), part, picture ? "image/png" : "application/javascript", size());
        }
        for (int i = 0; i < chance.between(page.others() / 2, page.others()); i++) {
            Address other = new Address(chance.pick(desk.web().others()), "/lib/" + chance.between(1, 999) + ".js");
            browser.get(chance.between(200, 3_000), other, "application/javascript", size());
        }
        if (chance.happens(page.widgets())) {
            widgets.load();
        }
        if (chance.happens(0.006)) {
            browser.proxy().refused(desk.agenda().now(), new Address("blocked.example.net", "/"));
        }
        if (chance.happens(0.008)) {
            browser.proxy().failed(desk.agenda().now(), new Address("gone.example.net", "/"));
        }
    }

    /** What a computer does while it is on and somebody is logged in. */
    void background(long until) {
        every(75, until, () -> browser.post(0, MAIL, "application/json", chance.between(200, 2_500)));
        every(240, until, () -> browser.post(0, PRESENCE, "application/json", chance.between(150, 600)));
        every(1_300, until, () -> browser.post(0, TELEMETRY, "application/json", chance.between(100, 400)));
        every(
                5_000,
                until,
                () -> browser.http(0, CERTIFICATES, "application/ocsp-response", chance.between(470, 1_500)));
        every(9_000, until, () -> browser.http(0, UPDATES, "application/octet-stream", chance.between(5_000, 70_000)));
    }

    private void every(double seconds, long until, Runnable what) {
        long next = desk.agenda().now() + (long) (seconds * 1000 * chance.uniform(0.5, 1.5));
        if (next < until) {
            int run = browser.runs();
            desk.agenda().at(next, () -> {
                if (run == browser.runs()) {
                    what.run();
                    every(seconds, until, what);
                }
            });
        }
    }

    private void fetch(WebPage page, long delay, Address address, String type, long bytes) {
        if (page.http()) {
            browser.http(delay, address, type, bytes);
        } else {
            browser.get(delay, address, type, bytes);
        }
    }

    private long size() {
        return Math.min(600_000, (long) chance.lognormal(9_000, 1.2));
    }
}
