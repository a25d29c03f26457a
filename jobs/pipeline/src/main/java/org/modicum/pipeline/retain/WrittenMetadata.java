package org.modicum.pipeline.retain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * A table's metadata as it stands in its files, read with plain JSON and Avro readers and not with the library that
 * wrote it and deleted from it (Iceberg table specification, version 2).
 *
 * @param texts every metadata file that is still known, as text
 * @param snapshots the states that the newest knows
 * @param entries of all manifests, whatever their status
 * @param named every file that is named: metadata, lists, manifests, data
 */
record WrittenMetadata(List<String> texts, List<String> snapshots, List<Entry> entries, Set<String> named) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Deleted, in the status of an entry. */
    private static final int DELETED = 2;

    /**
     * A data file in a manifest.
     *
     * @param partition as text: {@code {"quarter_day": 20514}}
     */
    record Entry(String path, String partition, boolean deleted) {}

    static WrittenMetadata read(Path newest) {
        WrittenMetadata found =
                new WrittenMetadata(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        try {
            JsonNode root = found.metadata(newest);
            for (JsonNode earlier : root.path("metadata-log")) {
                found.metadata(Warehouse.path(earlier.path("metadata-file").asText()));
            }
            for (JsonNode snapshot : root.path("snapshots")) {
                found.snapshots.add(snapshot.path("snapshot-id").asText());
                found.list(Warehouse.path(snapshot.path("manifest-list").asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The metadata below " + newest.getParent() + " could not be read", e);
        }
        return found;
    }

    private JsonNode metadata(Path file) throws IOException {
        String text = Files.readString(file);
        texts.add(text);
        named.add(file.toString());
        return JSON.readTree(text);
    }

    private void list(Path file) throws IOException {
        named.add(file.toString());
        for (GenericRecord manifest : records(file)) {
            manifest(Warehouse.path(manifest.get("manifest_path").toString()));
        }
    }

    private void manifest(Path file) throws IOException {
        named.add(file.toString());
        for (GenericRecord entry : records(file)) {
            GenericRecord data = (GenericRecord) entry.get("data_file");
            Path path = Warehouse.path(data.get("file_path").toString());
            boolean deleted = ((Integer) entry.get("status")) == DELETED;
            entries.add(new Entry(path.toString(), data.get("partition").toString(), deleted));
            if (!deleted) {
                named.add(path.toString());
            }
        }
    }

    private static List<GenericRecord> records(Path file) throws IOException {
        List<GenericRecord> records = new ArrayList<>();
        try (DataFileReader<GenericRecord> reader = new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
            reader.forEach(records::add);
        }
        return records;
    }
}
