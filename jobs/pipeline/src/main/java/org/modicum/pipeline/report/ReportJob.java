package org.modicum.pipeline.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modicum.pipeline.audit.AuditLog;
import org.modicum.pipeline.run.RunReport;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.summarise.LoggedReleases;
import org.modicum.pipeline.summarise.Releases;
import org.modicum.pipeline.summarise.SummaryFile;
import org.modicum.policy.disclosure.Cell;
import org.modicum.policy.disclosure.CellKey;
import org.modicum.policy.protocol.IsoWeek;

/** Writes the files of every release from the table {@code release} alone; running it again writes the same bytes. */
public final class ReportJob {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Settings settings;
    private final Releases releases;
    private final AuditLog log;
    private final TemplateEngine pages;

    public ReportJob(Settings settings, Releases releases, AuditLog log) {
        this.settings = settings;
        this.releases = releases;
        this.log = log;
        this.pages = TemplateEngine.createPrecompiled(
                null, ContentType.Html, ReportJob.class.getClassLoader(), "org.modicum.pipeline.report.pages");
    }

    public void run(RunReport report) {
        LoggedReleases logged = new LoggedReleases(releases, log, report.run());
        releases.byWeek().forEach((week, cells) -> {
            long entry = logged.of(week, cells);
            Path folder = settings.reports().resolve(week.toString());
            ReportFiles files = new ReportFiles(folder);
            boolean proven = Files.exists(folder.resolve(ReleaseProof.NAME));
            files.write(ReleaseProof.NAME, ReleaseProof.of(folder, entry, log));
            if (proven && files.written() > 0) {
                report.warn("The proof " + folder.resolve(ReleaseProof.NAME) + " was damaged, or of another log than"
                        + " today's; it was written anew.");
            }
            files.write(SummaryFile.NAME, SummaryFile.of(cells));
            files.write("summary.json", json(cells));
            WeekPage page = page(week, cells);
            files.write("index.html", html("week.jte", page));
            page.groups().forEach(group -> files.write(group.folder() + "/index.html", html("group.jte", group)));
            if (files.written() > 0) {
                report.tell("Report of " + week + ": " + folder.resolve("index.html"));
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
