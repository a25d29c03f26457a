package org.modicum.pipeline.synth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line read back with nothing of the code that wrote it, by a pattern made after Squid's documentation. */
record LoggedLine(Instant end, Duration elapsed, String client, String result, String method, String url, String user) {
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final Pattern NATIVE =
            Pattern.compile("(?<seconds>\\d{10})\\.(?<millis>\\d{3}) (?<elapsed>[ \\d]{5,}\\d)"
                    + " (?<client>[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-f:]+:[0-9a-f]+)"
                    + " (?<result>(?:TCP_[A-Z_]+|NONE_NONE)/\\d{3}) \\d+"
                    + " (?<method>GET|POST|CONNECT|-) (?<url>\\S+) (?<user>-|\\S+|guest \\d+)"
                    + " (?:HIER_NONE/-|HIER_DIRECT/[0-9a-f.:]+) (?:-|[a-z]+/[a-z0-9.+-]+)");

    private static final Pattern SOCIAL =
            Pattern.compile("(^|\\.)(facebook|fbcdn|instagram|cdninstagram|youtube|googlevideo|ytimg|x|twimg|twitter"
                    + "|linkedin|licdn|reddit|redd|redditstatic|tiktok|tiktokcdn-eu|tiktokcdn-us|tiktokv|wikipedia|wikimedia"
                    + "|whatsapp|pinterest|pinimg|bsky|quora|quoracdn|medium|mumsnet)\\.(com|net|it|org|app)$");

    static LoggedLine parse(String line) {
        Matcher matcher = NATIVE.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("Squid would not write: " + line);
        }
        long millis = Long.parseLong(matcher.group("seconds") + matcher.group("millis"));
        return new LoggedLine(
                Instant.ofEpochMilli(millis),
                Duration.ofMillis(Long.parseLong(matcher.group("elapsed").strip())),
                matcher.group("client"),
                matcher.group("result"),
                matcher.group("method"),
                matcher.group("url"),
                matcher.group("user"));
    }

    String host() {
        return url.replaceFirst("^http://", "").replaceFirst("[:/].*", "");
    }

    boolean isSocial() {
        return SOCIAL.matcher(host()).find();
    }

    /** As the staff directory has it. */
    String canonicalUser() {
        String decoded = URLDecoder.decode(user, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return decoded.replaceFirst("^campus\\\\\\\\", "").replaceFirst("@.*", "");
    }

    LocalDate day() {
        return end.atZone(ZONE).toLocalDate();
    }

    LocalDate startDay() {
        return end.minus(elapsed).atZone(ZONE).toLocalDate();
    }

    LocalTime localTime() {
        return end.atZone(ZONE).toLocalTime();
    }
}
