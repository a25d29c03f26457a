package org.modicum.pipeline.auditors;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a page.
 *
 * @param id its anchor
 * @param says sentences about what it shows
 * @param source where it comes from; empty if that is said already
 * @param commands that check it
 */
public record Section(
        String id,
        String title,
        List<String> says,
        String source,
        List<String> commands,
        List<Finding> findings,
        List<Table> tables) {

    public Section {
        says = List.copyOf(says);
        commands = List.copyOf(commands);
        findings = List.copyOf(findings);
        tables = List.copyOf(tables);
    }

    /** The same where the log does not hold, so that nothing that it says is shown. */
    Section inDoubt() {
        List<String> more = new ArrayList<>(says);
        more.add("The audit log does not hold. What it says cannot be trusted and is not shown here: “none” means that"
                + " nobody knows.");
        return new Section(id, title, more, source, commands, findings, tables);
    }
}
