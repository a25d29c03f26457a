package org.modicum.pipeline.report;

import java.util.List;
import org.modicum.policy.protocol.IsoWeek;

/** What the page of a week shows: its groups side by side. */
public record WeekPage(IsoWeek week, List<GroupPage> groups) {
    public String period() {
        return GroupPage.period(week);
    }
}
