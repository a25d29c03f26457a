package org.modicum.policy.attention;

import java.util.Locale;
import java.util.regex.Pattern;

/** Requests, seen in full, to hosts whose pages and interfaces a person works with. */
final class PageRules {

    /** Words that, as a whole word of the path, mark what pages do by themselves. */
    private static final Pattern BY_ITSELF =
            Pattern.compile("(?:^|[/._-])(?:ajax_pipe|batch_log|beacon|beacons|bz|client_event|"
                    + "client_events|collect|csp_report|error_report|events?_?log|falco|gen_204|heartbeat|heart-beat|jot|"
                    + "keepalive|keep_alive|keep-alive|log|log_event|logging|logs|manifest|metrics|notifications?_?count|"
                    + "ping|pixel|poll|polling|presence|pull|realtime|service_worker|serviceworker|stats|sw|telemetry|track|"
                    + "tracking|unread|unread_count|badge_count)(?:$|[/.])");

    private PageRules() {}

    static Evidence evidence(Hit hit) {
        Span transfer = Rules.transfer(hit);
        if (!isOpenedBySomebody(hit)) {
            return Evidence.passive(transfer);
        }
        return Evidence.deliberate(
                transfer, new Span(transfer.fromMillis(), transfer.toMillis() + Method.DWELL.toMillis()));
    }

    private static boolean isOpenedBySomebody(Hit hit) {
        boolean fetches = "GET".equals(hit.method()) || "POST".equals(hit.method());
        boolean complete = hit.status() == 200;
        boolean heldOpen = hit.elapsedMillis() > Method.LONGEST_PAGE.toMillis();
        return fetches && complete && !heldOpen && !isByItself(hit.path()) && isContent(hit);
    }

    private static boolean isByItself(String path) {
        return path != null && BY_ITSELF.matcher(path.toLowerCase(Locale.ROOT)).find();
    }

    private static boolean isContent(Hit hit) {
        if (hit.contentType() == null) {
            return false;
        }
        String type = hit.contentType().toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
            return hit.bytes() >= Method.SMALLEST_PAGE;
        }
        if (type.contains("json") || type.contains("javascript") && "POST".equals(hit.method())) {
            return hit.bytes() >= Method.SMALLEST_DATA;
        }
        return false;
    }
}
