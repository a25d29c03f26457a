package org.modicum.pipeline.synth;

import java.util.SplittableRandom;

/** Everything that is not social media: most of a log. Some of its pages carry widgets of social media. */
final class Browsing {
    private static final String[] SITES = {
        "www.example.ac.uk",
        "outlook.office365.com",
        "teams.microsoft.com",
        "www.bbc.co.uk",
        "www.theguardian.com",
        "www.gov.uk",
        "www.google.co.uk",
        "moodle.example.ac.uk",
        "www.jstor.org",
        "www.amazon.co.uk",
        "www.nhs.uk"
    };
    private static final String[] FILES = {
        "cdn.jsdelivr.net", "fonts.gstatic.com", "ajax.googleapis.com", "static.files.bbci.co.uk"
    };

    private final Wire wire;
    private final SplittableRandom random;

    Browsing(Wire wire, SplittableRandom random) {
        this.wire = wire;
        this.random = random;
    }

    void page(long time, boolean plain) {
        String site = SITES[random.nextInt(SITES.length)];
        int files = random.nextInt(2, 6);
        if (plain) {
            wire.request(
                    time, "GET", site, "/page/" + random.nextInt(10_000), "text/html", random.nextInt(8_000, 90_000));
            for (int i = 0; i < files; i++) {
                wire.request(
                        time + random.nextInt(300, 2_500),
                        "GET",
                        FILES[random.nextInt(FILES.length)],
                        "/file-" + random.nextInt(500) + ".js",
                        "application/javascript",
                        random.nextInt(500, 60_000));
            }
        } else {
            wire.tunnel(time, time + random.nextInt(5_000, 180_000), site, random.nextInt(20_000, 900_000));
            for (int i = 0; i < files; i++) {
                wire.tunnel(
                        time + random.nextInt(300, 2_500),
                        time + random.nextInt(20_000, 100_000),
                        FILES[random.nextInt(FILES.length)],
                        random.nextInt(3_000, 120_000));
            }
        }
        if (random.nextInt(4) == 0) {
            widgets(time + 800, plain);
        }
        if (random.nextInt(150) == 0) {
            wire.denied(time, "blocked.example.net");
        }
        if (random.nextInt(120) == 0) {
            wire.failed(time, "gone.example.net");
        }
    }

    /** Nobody looks at these: they come with other sites' pages. */
    private void widgets(long time, boolean plain) {
        if (plain) {
            wire.request(time, "GET", "connect.facebook.net", "/en_GB/sdk.js", "application/x-javascript", 62_000);
            wire.request(time + 300, "GET", "www.facebook.com", "/tr/", "image/gif", 44);
            wire.request(time + 350, "GET", "www.facebook.com", "/plugins/like.php", "text/html", 14_500);
            wire.request(time + 500, "GET", "platform.twitter.com", "/widgets.js", "application/javascript", 31_000);
            if (random.nextInt(3) == 0) {
                wire.request(time + 700, "GET", "www.youtube.com", "/embed/abc123", "text/html", 28_000);
            }
        } else {
            wire.tunnel(time, time + random.nextInt(10_000, 240_000), "connect.facebook.net", 95_000);
            wire.tunnel(
                    time + 300,
                    time + random.nextInt(10_000, 240_000),
                    "www.facebook.com",
                    random.nextInt(3_000, 40_000));
            wire.tunnel(time + 500, time + random.nextInt(10_000, 240_000), "platform.twitter.com", 48_000);
            if (random.nextInt(3) == 0) {
                wire.tunnel(time + 700, time + 61_000, "www.youtube.com", random.nextInt(30_000, 140_000));
            }
        }
    }
}
