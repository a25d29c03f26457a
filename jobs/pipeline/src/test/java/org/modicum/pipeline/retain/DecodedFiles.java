package org.modicum.pipeline.retain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/** Searches every byte below a folder, as it is and, of Parquet and Avro, unpacked. JSON is not packed. */
final class DecodedFiles {
    private DecodedFiles() {}

    /** The files in which any of the words is. */
    static List<String> with(Path root, Collection<String> words) throws IOException {
        List<String> found = new ArrayList<>();
        for (SizedFile file : SizedFile.below(root)) {
            String text = file.path() + text(file.file());
            if (words.stream().anyMatch(text::contains)) {
                found.add(root.relativize(file.file()).toString());
            }
        }
        return found;
    }

    private static String text(Path file) throws IOException {
        String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (file.toString().endsWith(".parquet")) {
            return raw + parquet(file);
        }
        return file.toString().endsWith(".avro") ? raw + avro(file) : raw;
    }

    private static String avro(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (DataFileReader<GenericRecord> reader = new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
            for (GenericRecord row : reader) {
                text.append(row);
            }
        }
        return text.toString();
    }

    private static String parquet(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .withConf(new Configuration())
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                text.append(row).append('\n');
            }
        }
        return text.toString();
    }
}
