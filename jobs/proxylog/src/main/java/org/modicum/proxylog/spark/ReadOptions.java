package org.modicum.proxylog.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.modicum.proxylog.Dialect;
import org.modicum.proxylog.HostSet;

/**
 * What the caller asked for.
 *
 * @param dialect the format of the logs
 * @param paths files, folders and globs, as given
 * @param hosts whose lines become hits
 * @param ranges the parts of files to read, by the file's name; a file that is not among them is read whole
 * @param splitBytes size of a split of a plain file, or 0 to leave it to Spark's settings
 */
record ReadOptions(
        Dialect dialect, List<String> paths, HostSet hosts, Map<String, List<Range>> ranges, long splitBytes) {
    private static final String DIALECT = "dialect";
    private static final String HOSTS = "hosts";
    private static final String RANGES = "ranges";
    private static final String SPLIT_BYTES = "splitBytes";
    private static final String PATH = "path";
    private static final String PATHS = "paths";
    private static final Set<String> KNOWN =
            Set.of(DIALECT, HOSTS, RANGES, SPLIT_BYTES.toLowerCase(Locale.ROOT), PATH, PATHS);

    /**
     * Reads the options of a DataFrameReader.
     *
     * @throws IllegalArgumentException naming the option that is unknown, missing or wrong
     */
    static ReadOptions of(CaseInsensitiveStringMap options) {
        Set<String> unknown = new TreeSet<>(options.keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("proxylog does not know the option " + String.join(", ", unknown)
                    + ". It knows dialect, hosts, ranges and splitBytes.");
        }
        if (!options.containsKey(DIALECT)) {
            throw new IllegalArgumentException(
                    "proxylog needs the option 'dialect'. Choose one of: " + Dialect.words() + ".");
        }
        return new ReadOptions(
                Dialect.of(options.get(DIALECT)),
                paths(options),
                options.containsKey(HOSTS) ? HostSet.parse(options.get(HOSTS)) : HostSet.everyHost(),
                options.containsKey(RANGES) ? Range.parse(options.get(RANGES)) : Map.of(),
                splitBytes(options));
    }

    private static List<String> paths(CaseInsensitiveStringMap options) {
        if (options.containsKey(PATH)) {
            return List.of(options.get(PATH));
        }
        if (!options.containsKey(PATHS)) {
            throw new IllegalArgumentException("proxylog needs a path: load(\"/var/log/squid/access.log\").");
        }
        try {
            // DataFrameReader.load(String...) hands several paths over as a JSON array.
            return List.of(new ObjectMapper().readValue(options.get(PATHS), String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The option 'paths' is not a JSON array of texts.", e);
        }
    }

    private static long splitBytes(CaseInsensitiveStringMap options) {
        if (!options.containsKey(SPLIT_BYTES)) {
            return 0;
        }
        String given = options.get(SPLIT_BYTES);
        if (!given.matches("[1-9]\\d{0,17}")) {
            throw new IllegalArgumentException(
                    "Option 'splitBytes' is '" + given + "'. Write a positive number of bytes, such as 134217728.");
        }
        return Long.parseLong(given);
    }
}
