package org.modicum.pipeline.auditors;

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

    /** Of which nothing can be told. */
    static Section unknown(String id, String title, String why) {
        return new Section(
                id, title, List.of(), "", List.of(), List.of(Finding.wrong(id, title + ": " + why)), List.of());
    }
}
