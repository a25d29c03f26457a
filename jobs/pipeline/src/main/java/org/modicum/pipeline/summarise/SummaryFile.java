package org.modicum.pipeline.summarise;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.modicum.policy.disclosure.Cell;

/** The bytes of {@code summary.csv}, whose digest the audit log has. The same cells always give the same bytes. */
public final class SummaryFile {
    public static final String NAME = "summary.csv";

    private SummaryFile() {}

    public static byte[] of(List<Cell> cells) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(Releases.columns());
            cells.forEach(cell -> csv.writeRecord(Releases.values(cell)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
