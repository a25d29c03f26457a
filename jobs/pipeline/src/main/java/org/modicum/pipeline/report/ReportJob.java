package org.modicum.pipeline.report;

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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.summarise.Releases;
import org.modicum.policy.disclosure.Cell;
import org.modicum.policy.disclosure.CellKey;
import org.modicum.policy.protocol.IsoWeek;

/** Writes the files of every release from the table {@code release} alone; running it again writes the same bytes. */
public final class ReportJob {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Settings settings;
    private final Releases releases;
    private final TemplateEngine pages;

    public ReportJob(Settings settings, Releases releases) {
        this.settings = settings;
        this.releases = releases;
        this.pages = TemplateEngine.createPrecompiled(
                null, ContentType.Html, ReportJob.class.getClassLoader(), "org.modicum.pipeline.report.pages");
    }

    public void run(RunReport report) {
        releases.byWeek().forEach((week, cells) -> {
            ReportFiles files = new ReportFiles(settings.reports().resolve(week.toString()));
            files.write("summary.csv", csv(cells));
            files.write("summary.json", json(cells));
            WeekPage page = page(week, cells);
            files.write("index.html", html("week.jte", page));
            page.groups().forEach(group -> files.write(group.folder() + "/index.html", html("group.jte", group)));
            if (files.written() > 0) {
                report.tell("Report of " + week + ": "
                        + settings.reports().resolve(week.toString()).resolve("index.html"));
            }
        });
    }

    private WeekPage page(IsoWeek week, List<Cell> cells) {
        Map<String, List<Cell>> byGroup = new LinkedHashMap<>();
        cells.forEach(cell -> byGroup.computeIfAbsent(cell.group(), group -> new ArrayList<>())
                .add(cell));
        List<GroupPage> groups = new ArrayList<>();
        byGroup.forEach((group, own) -> groups.add(new GroupPage(
                week,
                FolderName.of(group),
                own.stream()
                        .filter(cell -> cell.site().equals(CellKey.ALL))
                        .findFirst()
                        .orElseThrow(),
                own.stream().filter(cell -> !cell.site().equals(CellKey.ALL)).toList(),
                settings.catalogue().titles())));
        return new WeekPage(week, groups);
    }

    private byte[] html(String template, Object page) {
        StringOutput output = new StringOutput();
        pages.render(template, page, output);
        return output.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] csv(List<Cell> cells) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(Releases.columns());
            cells.forEach(cell -> csv.writeRecord(Releases.values(cell)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(List<Cell> cells) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Cell cell : cells) {
            Map<String, String> row = new LinkedHashMap<>();
            List<String> values = Releases.values(cell);
            for (int i = 0; i < values.size(); i++) {
                row.put(Releases.columns().get(i), values.get(i));
            }
            rows.add(row);
        }
        try {
            return (JSON.writeValueAsString(rows) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
