package org.modicum.policy.attention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How far the estimate was from the truth in a measurement against known answers.
 *
 * @param method version of the method that was measured
 * @param log what was measured: {@code plain} (every request shown) or {@code tunnel} (HTTPS tunnels only)
 * @param personDays how many days of how many people it rests on
 * @param meanErrorMinutes mean of |estimate - truth| per person-day, minutes
 * @param biasPercent 100 (sum of estimates / sum of truths - 1)
 */
public record PublishedError(String method, String log, int personDays, double meanErrorMinutes, double biasPercent)
        implements Serializable {

    private static final String TABLE = "published-error.csv";

    /**
     * The measurements of one version. Those of an older version do not speak for a newer one.
     *
     * @throws IllegalStateException if the table is missing or damaged
     */
    static List<PublishedError> of(String method) {
        try (InputStream in = PublishedError.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is missing from the policy jar; build it again");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(PublishedError::parse)
                    .filter(error -> error.method().equals(method))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + TABLE + " in the policy jar", e);
        }
    }

    static PublishedError parse(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != 5) {
            throw new IllegalStateException(TABLE + " needs method,log,person_days,mean_error_minutes,bias_percent"
                    + " in each line but has: " + line);
        }
        return new PublishedError(
                fields[0],
                fields[1],
                Integer.parseInt(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]));
    }
}
