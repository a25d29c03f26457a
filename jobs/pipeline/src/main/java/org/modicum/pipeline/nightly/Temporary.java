package org.modicum.pipeline.nightly;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.home.Home;

/**
 * Sends the temporary files of the JVM and of native libraries below the home for as long as a run lasts, and clears
 * them away.
 */
final class Temporary implements AutoCloseable {
    private static final List<String> PROPERTIES =
            List.of("java.io.tmpdir", "org.sqlite.tmpdir", "org.xerial.snappy.tempdir", "ZstdTempFolder");

    private final Home home;
    private final Map<String, String> before = new HashMap<>();

    Temporary(Home home) {
        this.home = home;
        home.emptyTemporary();
        String folder = home.create(home.temporary()).toString();
        for (String property : PROPERTIES) {
            before.put(property, System.getProperty(property));
            System.setProperty(property, folder);
        }
    }

    @Override
    public void close() {
        before.forEach((property, value) -> {
            if (value == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
        home.emptyTemporary();
    }
}
