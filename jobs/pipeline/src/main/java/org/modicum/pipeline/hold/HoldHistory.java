package org.modicum.pipeline.hold;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.modicum.pipeline.audit.log.Entry;
import org.modicum.pipeline.audit.log.Kind;
import org.modicum.policy.protocol.IsoWeek;
import org.modicum.policy.retention.CopiedAside;
import org.modicum.policy.retention.LoggedHold;
import org.modicum.policy.retention.LoggedHold.LoggedLift;

/**
 * What the log says of holds.
 *
 * @param holds by digest, in the order in which they were placed
 * @param copies that were made for them, whether or not they are still there
 */
public record HoldHistory(Map<String, LoggedHold> holds, List<Copy> copies) {

    /**
     * A copy that was logged.
     *
     * @param grant digest of the grant under which it was made
     * @param file digest of the sealed file
     */
    public record Copy(String hold, String grant, CopiedAside aside, String file) {}

    public static HoldHistory of(List<Entry> entries) {
        Map<String, LoggedHold> holds = new LinkedHashMap<>();
        List<Copy> copies = new ArrayList<>();
        for (Entry entry : entries) {
            LocalDate day = LocalDate.ofInstant(entry.time(), ZoneOffset.UTC);
            if (entry.kind() == Kind.HOLD_PLACED) {
                holds.putIfAbsent(
                        entry.text("hold"),
                        new LoggedHold(
                                entry.text("hold"),
                                entry.text("case_ref"),
                                LocalDate.parse(entry.text("expiry")),
                                Optional.empty()));
            } else if (entry.kind() == Kind.HOLD_LIFTED) {
                LoggedLift lift = new LoggedLift(entry.text("lift"), day);
                holds.computeIfPresent(
                        entry.text("hold"),
                        (digest, hold) -> new LoggedHold(
                                digest,
                                hold.caseReference(),
                                hold.expiry(),
                                hold.lift().or(() -> Optional.of(lift))));
            } else if (entry.kind() == Kind.HOLD_COPIED) {
                Set<IsoWeek> weeks =
                        entry.texts("weeks").stream().map(IsoWeek::parse).collect(Collectors.toSet());
                copies.add(new Copy(
                        entry.text("hold"),
                        entry.text("grant"),
                        new CopiedAside(weeks, entry.count("state"), day),
                        entry.text("file")));
            }
        }
        return new HoldHistory(holds, copies);
    }

    Optional<LoggedHold> hold(String digest) {
        return Optional.ofNullable(holds.get(digest));
    }
}
