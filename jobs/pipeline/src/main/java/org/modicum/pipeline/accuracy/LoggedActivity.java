package org.modicum.pipeline.accuracy;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.directory.UserNames;
import org.modicum.policy.attention.Activity;
import org.modicum.policy.attention.Attention;
import org.modicum.policy.attention.Hit;
import org.modicum.policy.attention.Marks;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.proxylog.Compression;
import org.modicum.proxylog.Dialect;
import org.modicum.proxylog.HostSet;
import org.modicum.proxylog.LineFields;
import org.modicum.proxylog.LineScanner;
import org.modicum.proxylog.LogReader;
import org.modicum.proxylog.LogSlice;
import org.modicum.proxylog.Text;
import org.modicum.proxylog.TextDecoder;

/** What ingest would store of a simulated log, by person and day, read by the same reader and rules, in memory. */
final class LoggedActivity {
    private final Catalogue catalogue;
    private final UserNames names;
    private final ZoneId zone;
    private final Map<String, Map<LocalDate, Map<String, Activity>>> activity = new HashMap<>();

    LoggedActivity(Catalogue catalogue, UserNames names, ZoneId zone) {
        this.catalogue = catalogue;
        this.names = names;
        this.zone = zone;
    }

    void read(Path log) throws IOException {
        LineScanner scanner = new LineScanner(
                position -> Channels.newInputStream(FileChannel.open(log).position(position)),
                Compression.NONE,
                LogSlice.whole());
        TextDecoder text = new TextDecoder();
        try (LogReader reader = new LogReader(scanner, Dialect.SQUID.parser(), HostSet.of(catalogue.domains()))) {
            for (LogReader.Step step = reader.next(); step != LogReader.Step.ENDED; step = reader.next()) {
                if (step == LogReader.Step.HIT && reader.fields().has(Text.USER)) {
                    take(reader.buffer(), reader.fields(), text);
                }
            }
        }
    }

    Collection<Activity> of(String person, LocalDate day) {
        return activity.getOrDefault(person, Map.of())
                .getOrDefault(day, Map.of())
                .values();
    }

    private void take(byte[] buffer, LineFields fields, TextDecoder text) {
        List<Marks> marks = Attention.marks(
                catalogue,
                new Hit(
                        fields.timeMillis(),
                        fields.elapsedMillis(),
                        text.string(buffer, fields, Text.HOST),
                        text.string(buffer, fields, Text.PATH),
                        text.string(buffer, fields, Text.METHOD),
                        fields.status(),
                        text.string(buffer, fields, Text.CONTENT_TYPE),
                        fields.bytes()));
        if (marks.isEmpty()) {
            return;
        }
        Map<LocalDate, Map<String, Activity>> days = activity.computeIfAbsent(
                names.canonical(text.string(buffer, fields, Text.USER)), person -> new HashMap<>());
        for (Marks mark : marks) {
            LocalDate day = Instant.ofEpochSecond(mark.quarter()).atZone(zone).toLocalDate();
            days.computeIfAbsent(day, key -> new HashMap<>())
                    .merge(
                            mark.site() + " " + mark.quarter(),
                            new Activity(mark.site(), mark.quarter(), mark.deliberate(), mark.any()),
                            LoggedActivity::union);
        }
    }

    private static Activity union(Activity one, Activity other) {
        return new Activity(one.site(), one.quarter(), one.deliberate() | other.deliberate(), one.any() | other.any());
    }
}
