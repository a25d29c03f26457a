package org.modicum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;
import org.modicum.pipeline.settings.Settings;
import org.modicum.pipeline.settings.SettingsReader;
import org.modicum.pipeline.store.SmallTable;
import org.modicum.pipeline.store.Store;
import org.modicum.pipeline.store.Tables;

/**
 * A home with days of activity, as nights would have left it: for each day one commit of two files, and a row in the
 * ledger. The rows are random; their number is that of simulated people (11 a person and day).
 */
final class HeldDays {
    private static final int ROWS_A_PERSON = 11;
    private static final int FILES_A_DAY = 2;
    private static final int PSEUDONYM_BYTES = 16;
    private static final int QUARTERS = 36;
    private static final int FIRST_HOUR = 8;
    private static final int MINUTES = 15;
    private static final long SLOTS = (1L << 60) - 1;
    private static final List<String> SITES =
            List.of("facebook", "instagram", "linkedin", "reddit", "tiktok", "whatsapp", "x", "youtube");

    private final Path folder;
    private final int people;
    private final LocalDate newest = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    private final SortedSet<LocalDate> days = new TreeSet<>();

    HeldDays(Path folder, int people) throws IOException {
        this.folder = folder;
        this.people = people;
        Files.createDirectories(folder.resolve("protocols"));
        Files.writeString(folder.resolve("staff.csv"), "username,department,faculty,line_manager,roles,from,to\n");
        Files.writeString(folder.resolve("sites.conf"), "include required(classpath(\"modicum/sites.conf\"))\n");
        keepAllBut(0);
    }

    Path settings() {
        return folder.resolve("modicum.conf");
    }

    /** Sets the rule so that so many of the oldest days are due today. */
    void keepAllBut(int due) throws IOException {
        LocalDate first = days.isEmpty() ? newest : days.first();
        long keep = Math.max(1, LocalDate.now(ZoneOffset.UTC).toEpochDay() - first.toEpochDay() - due);
        Files.writeString(settings(), """
                modicum.retention {
                  newest-days = 1
                  rules { activity.keep = %d days, ingested_file.keep = 3 years }
                }
                """.formatted(keep));
    }

    /** Writes the newest so many days, as far as they are not there. */
    void fill(int number) throws IOException {
        for (int back = 0; back < number; back++) {
            if (days.add(newest.minusDays(back))) {
                write(newest.minusDays(back), people * ROWS_A_PERSON / FILES_A_DAY);
            }
        }
    }

    void addLateLines() {
        write(newest, 1);
    }

    void forgetOldest() {
        days.remove(days.first());
    }

    long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("var/store/warehouse"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    String newestRunReport() throws IOException {
        try (Stream<Path> reports = Files.list(folder.resolve("var/runs"))) {
            return Files.readString(reports.max(Comparator.naturalOrder()).orElseThrow());
        }
    }

    private void write(LocalDate day, int rowsAFile) {
        Settings settings = SettingsReader.read(settings());
        try (Store store = Store.open(settings.store(), settings.retention().rules())) {
            Table table = store.table(Tables.ACTIVITY);
            AppendFiles append = table.newAppend().set(Store.RUN, day.toString());
            IntStream.range(0, FILES_A_DAY)
                    .parallel()
                    .mapToObj(file -> file(table, day, new Random(day.toEpochDay() * FILES_A_DAY + file), rowsAFile))
                    .toList()
                    .forEach(append::appendFile);
            append.commit();
            SmallTable ledger = new SmallTable(store, Tables.INGESTED_FILE);
            ledger.append(List.of(reading(ledger.newRow(), day)), day.toString());
        }
    }

    private static DataFile file(Table table, LocalDate day, Random random, int rows) {
        GenericRecord row = GenericRecord.create(table.schema());
        OffsetDateTime morning = day.atTime(FIRST_HOUR, 0).atOffset(ZoneOffset.UTC);
        PartitionKey partition = new PartitionKey(table.spec(), table.schema());
        partition.set(0, (int) day.toEpochDay());
        String location =
                table.locationProvider().newDataLocation(table.spec(), partition, UUID.randomUUID() + ".parquet");
        byte[] person = new byte[PSEUDONYM_BYTES];
        DataWriter<Record> writer = writer(table, partition, location);
        try (DataWriter<Record> open = writer) {
            for (int i = 0; i < rows; i++) {
                if (i % ROWS_A_PERSON == 0) {
                    random.nextBytes(person);
                }
                long slots = random.nextLong() & SLOTS;
                row.setField("person", Base64.getUrlEncoder().withoutPadding().encodeToString(person));
                row.setField("site", SITES.get(random.nextInt(SITES.size())));
                row.setField("quarter", morning.plusMinutes((long) MINUTES * random.nextInt(QUARTERS)));
                row.setField("deliberate_slots", slots & random.nextLong());
                row.setField("any_slots", slots);
                row.setField("hits", (long) random.nextInt(100));
                row.setField("bytes", (long) random.nextInt(10_000_000));
                open.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The day " + table.name() + " could not be written", e);
        }
        return writer.toDataFile();
    }

    private static DataWriter<Record> writer(Table table, PartitionKey partition, String location) {
        try {
            return Parquet.writeData(table.io().newOutputFile(location))
                    .forTable(table)
                    .withPartition(partition)
                    .createWriterFunc(GenericParquetWriter::create)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("The day " + table.name() + " could not be written", e);
        }
    }

    private static Record reading(GenericRecord row, LocalDate day) {
        row.setField("run", day.toString());
        row.setField("read_at", OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
        row.setField("source", "campus");
        row.setField("content", day.toString());
        row.setField("file", "access.log");
        row.setField("from_offset", 0L);
        row.setField("to_offset", 1L);
        row.setField("damaged", false);
        row.setField("marks", Map.of());
        row.setField("outcomes", Map.of());
        return row;
    }
}
