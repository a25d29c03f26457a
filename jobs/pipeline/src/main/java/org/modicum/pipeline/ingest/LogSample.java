package org.modicum.pipeline.ingest;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.proxylog.Compression;
import org.modicum.proxylog.Dialect;
import org.modicum.proxylog.HostSet;
import org.modicum.proxylog.LineScanner;
import org.modicum.proxylog.LogFile;
import org.modicum.proxylog.LogReader;
import org.modicum.proxylog.LogSlice;
import org.modicum.proxylog.Text;
import org.modicum.proxylog.TextDecoder;

/**
 * What the first lines of a log file look like: counts, of which nothing is stored and nobody is named.
 *
 * @param hits lines about social media
 * @param named of them, how many name a user
 * @param users different users among those
 * @param unknown of them, how many the directory does not know
 * @param byDay hits between six in the morning and ten at night
 * @param ahead lines of a moment later than now
 */
public record LogSample(
        long lines, long malformed, long hits, long named, int users, int unknown, long byDay, long ahead) {
    private static final int MOST_LINES = 20_000;
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    /**
     * Reads the first lines.
     *
     * @param canonical a user name as the directory has it, of one as the proxy wrote it
     * @param isStaff whether the directory knows a canonical name
     */
    static LogSample of(
            LogFile file,
            Compression compression,
            Dialect dialect,
            Catalogue catalogue,
            UnaryOperator<String> canonical,
            Predicate<String> isStaff,
            ZoneId zone,
            Instant now)
            throws IOException {
        long hits = 0;
        long named = 0;
        long byDay = 0;
        long ahead = 0;
        Set<String> users = new HashSet<>();
        TextDecoder text = new TextDecoder();
        LineScanner scanner = new LineScanner(file, compression, LogSlice.whole());
        try (LogReader reader = new LogReader(scanner, dialect.parser(), HostSet.of(catalogue.domains()))) {
            LogReader.Step step = reader.next();
            while (step != LogReader.Step.ENDED && reader.lines() < MOST_LINES) {
                if (step == LogReader.Step.HIT) {
                    hits++;
                    Instant time = Instant.ofEpochMilli(reader.fields().timeMillis());
                    LocalTime clock = time.atZone(zone).toLocalTime();
                    byDay += !clock.isBefore(MORNING) && clock.isBefore(NIGHT) ? 1 : 0;
                    ahead += time.isAfter(now) ? 1 : 0;
                    if (reader.fields().has(Text.USER)) {
                        named++;
                        users.add(canonical.apply(text.string(reader.buffer(), reader.fields(), Text.USER)));
                    }
                }
                step = reader.next();
            }
            int unknown = (int) users.stream().filter(isStaff.negate()).count();
            return new LogSample(reader.lines(), reader.malformed(), hits, named, users.size(), unknown, byDay, ahead);
        }
    }
}
