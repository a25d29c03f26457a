package org.modicum.pipeline.retain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A certificate, or a notice, as a person reads it. */
public final class CertificateText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CertificateText() {}

    /** @param body what was signed; its signature must have held */
    public static String of(byte[] body) {
        JsonNode said;
        try {
            said = JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("What was signed is not JSON", e);
        }
        List<String> lines = new ArrayList<>();
        lines.add(said.path("says").asText() + ", " + said.path("begun").asText() + " to "
                + said.path("ended").asText());
        lines.add("  run         " + said.path("run").asText());
        lines.add("  ordered by  " + said.path("ordered_by").asText());
        lines.add("  plan        " + said.path("plan").asText());
        lines.add("  deleted");
        for (JsonNode sum : said.path("deleted")) {
            lines.add(String.format(
                    Locale.ROOT,
                    "    %-16s %-12s %,8d files %,12d rows %,14d bytes",
                    sum.path("kind").asText(),
                    sum.path("part").asText(),
                    sum.path("files").asLong(),
                    sum.path("records").asLong(),
                    sum.path("bytes").asLong()));
        }
        if (!said.path("keys_destroyed").isEmpty()) {
            List<String> weeks = new ArrayList<>();
            said.path("keys_destroyed").forEach(week -> weeks.add(week.asText()));
            lines.add("  keys destroyed of " + String.join(", ", weeks));
        }
        lines.add("  checked");
        for (JsonNode check : said.path("checks")) {
            long wrong = check.path("wrong").asLong();
            lines.add("    " + (wrong == 0 ? "holds" : "DOES NOT HOLD, " + wrong + " times") + ": "
                    + check.path("what").asText() + " (" + check.path("how").asText() + ")");
        }
        for (JsonNode kept : said.path("kept_back")) {
            lines.add("  kept back by the hold " + kept.path("case_ref").asText() + " until "
                    + kept.path("until").asText() + ": " + kept.path("kind").asText() + " of "
                    + kept.path("part").asText());
        }
        lines.add("  not covered");
        said.path("scope").forEach(sentence -> lines.add("    " + sentence.asText()));
        return String.join("\n", lines);
    }
}
