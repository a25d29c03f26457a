package org.modicum.pipeline.auditors;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report as files: pages, JSON, and a CSV file for every table of the first page. */
final class ReportFiles {
    static final String JSON_NAME = "report.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final TemplateEngine PAGES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, ReportFiles.class.getClassLoader(), "org.modicum.pipeline.report.pages");

    /** With these a spreadsheet takes a cell for a formula (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@\t\r";

    private ReportFiles() {}

    /** The first page, which stands beside the others. */
    static byte[] index(AuditReport report) {
        return page(report.index());
    }

    /** All others, by their names. */
    static Map<String, byte[]> of(AuditReport report) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(JSON_NAME, json(report));
        report.index().tables().forEach(table -> files.put(table.name() + ".csv", csv(table)));
        report.papers().forEach((name, paper) -> files.put(name, page(paper)));
        return files;
    }

    private static byte[] page(Sheet sheet) {
        StringOutput output = new StringOutput();
        PAGES.render("sheet.jte", sheet, output);
        return output.toString().getBytes(UTF_8);
    }

    private static byte[] json(AuditReport report) {
        Map<String, Object> tables = new LinkedHashMap<>();
        report.tables().forEach(table -> tables.put(table.name(), table.objects()));
        Map<String, Object> papers = new LinkedHashMap<>();
        report.papers().forEach((name, paper) -> papers.put(name, sections(paper)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", report.found().run());
        document.put("written", Words.time(report.found().now()));
        document.put(
                "summary",
                report.index().facts().stream()
                        .map(fact -> Map.of(
                                "what",
                                fact.cells().get(1),
                                "value",
                                fact.cells().get(2)))
                        .toList());
        document.put("findings", findings(report));
        document.put("sections", sections(report.index()));
        document.put("papers", papers);
        document.put("tables", tables);
        try {
            return (JSON.writeValueAsString(document) + "\n").getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The report could not be written as JSON", e);
        }
    }

    private static List<Map<String, String>> findings(AuditReport report) {
        List<Map<String, String>> findings = new ArrayList<>();
        for (Finding finding : report.index().findings()) {
            Map<String, String> object = new LinkedHashMap<>();
            object.put("mark", finding.mark().word());
            object.put("section", finding.section());
            object.put("sentence", finding.sentence());
            findings.add(object);
        }
        return findings;
    }

    private static List<Map<String, Object>> sections(Sheet sheet) {
        List<Map<String, Object>> sections = new ArrayList<>();
        for (Section section : sheet.sections()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("id", section.id());
            object.put("title", section.title());
            object.put("says", section.says());
            object.put("source", section.source());
            object.put("commands", section.commands());
            object.put("tables", section.tables().stream().map(Table::name).toList());
            sections.add(object);
        }
        return sections;
    }

    private static byte[] csv(Table table) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(table.columns().stream().map(Column::key).toList());
            table.rows()
                    .forEach(row -> csv.writeRecord(
                            row.cells().stream().map(ReportFiles::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(UTF_8);
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
