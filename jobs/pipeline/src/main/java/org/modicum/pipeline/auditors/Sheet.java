package org.modicum.pipeline.auditors;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A page that can be printed.
 *
 * @param lead who it is for and what it is
 * @param made when and of what
 * @param facts in short, by what they are about; may be none
 * @param findings that are told at the top; null on a page that has no place for any
 * @param papers other files of the report, by their links; none but on the first page
 * @param footer what the page is, for whoever finds it on a desk
 */
public record Sheet(
        String title,
        String lead,
        String made,
        List<Row> facts,
        List<Finding> findings,
        List<Section> sections,
        Map<String, String> papers,
        String footer) {

    public boolean hasContents() {
        return findings != null;
    }

    public Stream<Table> tables() {
        return sections.stream().flatMap(section -> section.tables().stream());
    }
}
