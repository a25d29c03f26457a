package org.modicum.pipeline.nightly;

import org.modicum.pipeline.home.Home;

/** Sends the temporary files of the JVM and of native libraries below the home, where they are cleared away. */
final class Temporary {
    private Temporary() {}

    static void redirect(Home home) {
        String folder = home.create(home.temporary()).toString();
        System.setProperty("java.io.tmpdir", folder);
        System.setProperty("org.sqlite.tmpdir", folder);
        System.setProperty("org.xerial.snappy.tempdir", folder);
        System.setProperty("ZstdTempFolder", folder);
    }
}
