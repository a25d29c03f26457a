package org.modicum.pipeline.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;

/**
 * A row of a {@link Table}.
 *
 * @param line the line of the file on which it begins, from 1
 * @param positions where each column is
 * @param fields as written
 */
record Row(int line, Map<String, Integer> positions, List<String> fields) {

    /** The field in the column, without white space around it and in Unicode NFC. */
    String field(String column) {
        return Normalizer.normalize(fields.get(positions.get(column)).strip(), Normalizer.Form.NFC);
    }
}
