package org.modicum.pipeline.retain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * A table's metadata as it stands in its files, read with plain JSON and Avro readers and not with the library that
 * wrote it and deleted from it (Iceberg table specification, version 2).
 *
 * @param warehouse where they are
 * @param texts every metadata file that is still known, as text
 * @param snapshots the states that the newest knows
 * @param entries of all manifests, whatever their status
 * @param named every file that is named: metadata, lists, manifests, data
 */
record WrittenMetadata(
        Warehouse warehouse, List<String> texts, List<String> snapshots, List<Entry> entries, Set<String> named) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Deleted, in the status of an entry. */
    private static final int DELETED = 2;

    /**
     * A data file in a manifest.
     *
     * @param partition as text: {@code {"quarter_day": 20514}}
     */
    record Entry(String path, String partition, boolean deleted) {}

    /** @param newest location of the newest metadata file */
    static WrittenMetadata read(Warehouse warehouse, String newest) {
        WrittenMetadata found = new WrittenMetadata(
                warehouse, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        try {
            JsonNode root = found.metadata(warehouse.name(newest));
            for (JsonNode earlier : root.path("metadata-log")) {
                found.metadata(warehouse.name(earlier.path("metadata-file").asText()));
            }
            for (JsonNode snapshot : root.path("snapshots")) {
                found.snapshots.add(snapshot.path("snapshot-id").asText());
                found.list(warehouse.name(snapshot.path("manifest-list").asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The metadata of " + newest + " could not be read", e);
        }
        return found;
    }

    private JsonNode metadata(String file) throws IOException {
        String text = new String(warehouse.read(file), UTF_8);
        texts.add(text);
        named.add(file);
        return JSON.readTree(text);
    }

    private void list(String file) throws IOException {
        named.add(file);
        for (GenericRecord manifest : records(file)) {
            manifest(warehouse.name(manifest.get("manifest_path").toString()));
        }
    }

    private void manifest(String file) throws IOException {
        named.add(file);
        for (GenericRecord entry : records(file)) {
            GenericRecord data = (GenericRecord) entry.get("data_file");
            String path = warehouse.name(data.get("file_path").toString());
            boolean deleted = ((Integer) entry.get("status")) == DELETED;
            entries.add(new Entry(path, data.get("partition").toString(), deleted));
            if (!deleted) {
                named.add(path);
            }
        }
    }

    private List<GenericRecord> records(String file) throws IOException {
        List<GenericRecord> records = new ArrayList<>();
        try (DataFileReader<GenericRecord> reader =
                new DataFileReader<>(new SeekableByteArrayInput(warehouse.read(file)), new GenericDatumReader<>())) {
            reader.forEach(records::add);
        }
        return records;
    }
}
