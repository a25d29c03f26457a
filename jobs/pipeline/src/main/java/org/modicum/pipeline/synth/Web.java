package org.modicum.pipeline.synth;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The web that simulated people use: services.csv, pages.csv and others.csv beside this class. */
record Web(Weighted<Service> services, Weighted<WebPage> pages, List<String> others) {

    static Web read() {
        return new Web(
                new Weighted<>(rows("services.csv", Web::service), Service::weight),
                new Weighted<>(rows("pages.csv", Web::page), WebPage::weight),
                rows("others.csv", row -> row.getField("host")));
    }

    private static Service service(NamedCsvRecord row) {
        return new Service(
                row.getField("site"),
                Double.parseDouble(row.getField("weight")),
                Address.parse(row.getField("page")),
                Address.parse(row.getField("data")),
                Address.parse(row.getField("pictures")),
                Address.parse(row.getField("scripts")),
                row.getField("media"),
                Stream.of(row.getField("polls").split(" "))
                        .filter(poll -> !poll.isEmpty())
                        .map(Address::parse)
                        .toList(),
                Range.parse(row.getField("page_kb")),
                Range.parse(row.getField("data_kb")),
                Range.parse(row.getField("picture_kb")),
                Integer.parseInt(row.getField("per_look")),
                Double.parseDouble(row.getField("pause_s")),
                Double.parseDouble(row.getField("video")),
                Double.parseDouble(row.getField("video_s")),
                Double.parseDouble(row.getField("left_open")),
                Integer.parseInt(row.getField("poll_s")));
    }

    private static WebPage page(NamedCsvRecord row) {
        return new WebPage(
                row.getField("host"),
                Double.parseDouble(row.getField("weight")),
                row.getField("http").equals("yes"),
                Range.parse(row.getField("page_kb")),
                Integer.parseInt(row.getField("parts")),
                Integer.parseInt(row.getField("others")),
                Double.parseDouble(row.getField("widgets")));
    }

    private static <T> List<T> rows(String name, Function<NamedCsvRecord, T> row) {
        InputStream in = Web.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("The table " + name + " is missing from the class path");
        }
        try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return reader.stream().map(row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + name + " could not be read from the class path", e);
        }
    }
}
