package org.modicum.pipeline.auditors;

import java.util.List;
import java.util.stream.Stream;

/** A row of a table; what makes it wrong is in one of its cells too, for those who see no colour. */
public record Row(Mark mark, List<String> cells) {
    public Row {
        cells = List.copyOf(cells);
    }

    static Row of(Object... cells) {
        return marked(Mark.PLAIN, cells);
    }

    static Row marked(Mark mark, Object... cells) {
        return new Row(mark, Stream.of(cells).map(Object::toString).toList());
    }
}
