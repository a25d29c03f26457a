package org.modicum.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modicum.pipeline.keys.KeyFolder;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.pipeline.store.Store;

/** logrotate and the timer love the same hour. */
class NewLinesTest {
    private static final String LINE =
            "1772525000.123    250 192.0.2.7 TCP_TUNNEL/200 4821 CONNECT example.org:443 - HIER_NONE/- -\n";

    @TempDir
    Path folder;

    private Store store;
    private NewLines newLines;

    @BeforeEach
    void aSiteWithALog() throws IOException {
        Files.writeString(folder.resolve("staff.csv"), "username,department,faculty,line_manager,roles,from,to\n");
        Files.writeString(folder.resolve("sites.conf"), "include classpath(\"modicum/sites.conf\")\n");
        Files.createDirectories(folder.resolve("protocols"));
        Files.writeString(folder.resolve("modicum.conf"), """
                modicum.sources = [{ name = campus, format = squid, path = "access.log*"
                  sanction { regulation = "ICT 4.2", dpia = "D-1", from = 2026-01-01, to = 2027-01-01 } }]
                """);
        Files.writeString(folder.resolve("access.log"), LINE.repeat(100));
        Settings settings = SettingsReader.read(folder.resolve("modicum.conf"));
        store = Store.open(settings.store(), settings.retention().rules());
        newLines = new NewLines(settings, store, new KeyFolder(settings.keys()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFileThatOnlyGrewWhileItWasReadIsNotMoved() throws IOException {
        List<Reading> readings = find();
        Files.writeString(folder.resolve("access.log"), LINE.repeat(150));

        assertThat(newLines.moved(readings)).isFalse();
    }

    @Test
    void aFileThatWasRotatedAwayWhileItWasReadIsMoved() throws IOException {
        List<Reading> readings = find();
        Files.move(folder.resolve("access.log"), folder.resolve("access.log.1"));

        assertThat(newLines.moved(readings)).isTrue();
    }

    @Test
    void aFileWhosePlaceWasTakenByANewOneIsMoved() throws IOException {
        List<Reading> readings = find();
        Files.move(folder.resolve("access.log"), folder.resolve("access.log.1"));
        Files.writeString(
                folder.resolve("access.log"),
                LINE.replace("1772525000", "1772529999").repeat(200));

        assertThat(newLines.moved(readings)).isTrue();
        assertThat(find()).hasSize(2);
    }

    @Test
    void aFileThatWasEmptiedInPlaceWhileItWasReadIsMoved() throws IOException {
        List<Reading> readings = find();
        Files.writeString(folder.resolve("access.log"), "");

        assertThat(newLines.moved(readings)).isTrue();
    }

    private List<Reading> find() {
        return newLines.find(new RunReport("run", Instant.EPOCH));
    }
}
