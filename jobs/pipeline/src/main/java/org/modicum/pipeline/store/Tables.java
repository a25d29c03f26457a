package org.modicum.pipeline.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;
import org.modicum.policy.retention.DataKind;

/** Every table of the store: its columns, partitions and properties. */
public enum Tables {
    /** Person, site, quarter-hour. Append-only pieces: a reader merges them with {@code bit_or} and sums. */
    ACTIVITY(
            new Schema(
                    Types.NestedField.required(1, "person", Types.StringType.get()),
                    Types.NestedField.required(2, "site", Types.StringType.get()),
                    Types.NestedField.required(3, "quarter", Types.TimestampType.withZone()),
                    Types.NestedField.required(4, "deliberate_slots", Types.LongType.get()),
                    Types.NestedField.required(5, "any_slots", Types.LongType.get()),
                    Types.NestedField.required(6, "hits", Types.LongType.get()),
                    Types.NestedField.required(7, "bytes", Types.LongType.get())),
            // A deleted file's manifest entry keeps column bounds until manifests are rewritten: none for people.
            Map.of("write.metadata.metrics.column.person", "none")) {
        @Override
        public PartitionSpec partitions() {
            return PartitionSpec.builderFor(schema()).day("quarter").build();
        }
    },
    /** One row for every reading of a file: what was read, from where to where, and what became of every line. */
    INGESTED_FILE(
            new Schema(
                    Types.NestedField.required(1, "run", Types.StringType.get()),
                    Types.NestedField.required(2, "read_at", Types.TimestampType.withZone()),
                    Types.NestedField.required(3, "source", Types.StringType.get()),
                    Types.NestedField.required(4, "content", Types.StringType.get()),
                    Types.NestedField.required(5, "file", Types.StringType.get()),
                    Types.NestedField.required(6, "from_offset", Types.LongType.get()),
                    Types.NestedField.required(7, "to_offset", Types.LongType.get()),
                    Types.NestedField.required(8, "damaged", Types.BooleanType.get()),
                    Types.NestedField.optional(9, "container", Types.StringType.get()),
                    Types.NestedField.required(
                            10,
                            "marks",
                            Types.MapType.ofRequired(11, 12, Types.LongType.get(), Types.StringType.get())),
                    Types.NestedField.required(
                            13,
                            "outcomes",
                            Types.MapType.ofRequired(14, 15, Types.StringType.get(), Types.LongType.get()))),
            Map.of()),
    /** Where a line was that could not be read, and why; never its text. */
    MALFORMED_LINE(
            new Schema(
                    Types.NestedField.required(1, "run", Types.StringType.get()),
                    Types.NestedField.required(2, "file", Types.StringType.get()),
                    Types.NestedField.required(3, "line_offset", Types.LongType.get()),
                    Types.NestedField.required(4, "length", Types.IntegerType.get()),
                    Types.NestedField.required(5, "reason", Types.StringType.get())),
            Map.of()) {
        @Override
        public PartitionSpec partitions() {
            return PartitionSpec.builderFor(schema()).identity("run").build();
        }
    },
    /** Published cells, as they stand in summary.csv. */
    RELEASE(
            new Schema(
                    Types.NestedField.required(1, "week", Types.StringType.get()),
                    Types.NestedField.required(2, "position", Types.IntegerType.get()),
                    Types.NestedField.required(3, "group", Types.StringType.get()),
                    Types.NestedField.required(4, "departments", Types.StringType.get()),
                    Types.NestedField.required(5, "headcount", Types.StringType.get()),
                    Types.NestedField.required(6, "site", Types.StringType.get()),
                    Types.NestedField.required(7, "users", Types.StringType.get()),
                    Types.NestedField.required(8, "minutes_per_head", Types.StringType.get()),
                    Types.NestedField.required(9, "over_threshold", Types.StringType.get()),
                    Types.NestedField.required(10, "over_share", Types.StringType.get()),
                    Types.NestedField.required(11, "threshold_minutes", Types.StringType.get()),
                    Types.NestedField.required(12, "threshold_per", Types.StringType.get()),
                    Types.NestedField.required(13, "status", Types.StringType.get()),
                    Types.NestedField.required(14, "method", Types.StringType.get())),
            Map.of()),
    /**
     * The protocol of a department for a week, as it stood when the week was first met; it does not move any more. The
     * columns from {@code zone} on are empty in rows of a version that wrote down the threshold alone.
     */
    THRESHOLD(
            new Schema(
                    Types.NestedField.required(1, "week", Types.StringType.get()),
                    Types.NestedField.required(2, "department", Types.StringType.get()),
                    Types.NestedField.optional(3, "minutes", Types.IntegerType.get()),
                    Types.NestedField.optional(4, "per", Types.StringType.get()),
                    Types.NestedField.required(5, "recorded_at", Types.TimestampType.withZone()),
                    Types.NestedField.optional(6, "zone", Types.StringType.get()),
                    Types.NestedField.optional(7, "holidays", Types.StringType.get()),
                    Types.NestedField.optional(8, "days", Types.ListType.ofRequired(9, Types.StringType.get())),
                    Types.NestedField.optional(10, "hours", Types.ListType.ofRequired(11, Types.StringType.get())),
                    Types.NestedField.optional(12, "work_related", Types.ListType.ofRequired(13, WorkRelatedUse.TYPE))),
            Map.of());

    /** One entry of {@code work_related}. */
    private static final class WorkRelatedUse {
        private static final Types.StructType TYPE = Types.StructType.of(
                Types.NestedField.required(14, "roles", Types.ListType.ofRequired(16, Types.StringType.get())),
                Types.NestedField.required(15, "sites", Types.ListType.ofRequired(17, Types.StringType.get())));
    }

    static final Namespace NAMESPACE = Namespace.of("modicum");

    private final Schema schema;
    private final Map<String, String> own;

    Tables(Schema schema, Map<String, String> own) {
        this.schema = schema;
        this.own = own;
    }

    public Schema schema() {
        return schema;
    }

    public PartitionSpec partitions() {
        return PartitionSpec.unpartitioned();
    }

    Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>(own);
        properties.put("format-version", "2");
        properties.put("write.format.default", "parquet");
        properties.put("write.parquet.compression-codec", "zstd");
        // Old metadata files list files that no longer exist; they go with the commit that replaces them.
        properties.put("write.metadata.delete-after-commit.enabled", "true");
        properties.put("write.metadata.previous-versions-max", "1");
        // Every commit adds a manifest, and whoever plans a read or a deletion opens all: so they are merged early.
        properties.put("commit.manifest.min-count-to-merge", "10");
        return properties;
    }

    /** The kind of data it holds, by whose rule it is kept. */
    public DataKind kind() {
        return DataKind.of(tableName());
    }

    public TableIdentifier identifier() {
        return TableIdentifier.of(NAMESPACE, tableName());
    }

    /** The name under which Spark knows the table. */
    public String sparkName() {
        return Store.CATALOG + "." + NAMESPACE + "." + tableName();
    }

    private String tableName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static List<Tables> all() {
        return List.of(values());
    }
}
