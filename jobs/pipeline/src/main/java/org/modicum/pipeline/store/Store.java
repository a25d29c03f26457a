package org.modicum.pipeline.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.modicum.pipeline.bucket.Address;
import org.modicum.pipeline.bucket.Bucket;
import org.modicum.pipeline.bucket.Clients;
import org.modicum.pipeline.home.Home;
import org.modicum.pipeline.settings.StoreSettings;
import org.modicum.policy.retention.Rules;

/**
 * The Iceberg tables of an installation, opened without Spark. Small tables are read and written here; Spark opens the
 * same catalogue with {@link #sparkSettings()} for the large ones.
 */
public final class Store implements AutoCloseable {
    /** The snapshot property that ties a commit to the run that made it. */
    public static final String RUN = "modicum-run";

    /** The table property that says how long rows were to be kept when the table was made. */
    static final String RULE = "modicum-keep";

    static final String CATALOG = "modicum";

    private static final String SQLITE = "jdbc:sqlite:";

    private final Catalog catalog;
    private final StoreSettings settings;

    private Store(Catalog catalog, StoreSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /**
     * Opens the catalogue and makes the tables and columns that are missing.
     *
     * @param rules how long what is kept: without a rule for it no table is made
     * @throws org.modicum.pipeline.exit.ExitException if the warehouse is in a bucket whose store does not answer
     */
    public static Store open(StoreSettings settings, Rules rules) {
        createFolder(settings.uri());
        if (Address.isOne(settings.warehouse())) {
            // Iceberg would try for many minutes.
            Bucket.requireAnswer(Address.parse(settings.warehouse()), settings.s3());
        }
        Catalog catalog =
                CatalogUtil.buildIcebergCatalog(CATALOG, catalogProperties(settings), new Configuration(false));
        Store store = new Store(catalog, settings);
        store.createMissing(rules);
        return store;
    }

    public Table table(Tables table) {
        return catalog.loadTable(table.identifier());
    }

    /** Whether a snapshot of the table was committed by this run. */
    public boolean committed(Tables table, String run) {
        return snapshot(table, run).isPresent();
    }

    /** The snapshot of the table that was committed by this run. */
    public Optional<Snapshot> snapshot(Tables table, String run) {
        return StreamSupport.stream(table(table).snapshots().spliterator(), false)
                .filter(snapshot -> run.equals(snapshot.summary().get(RUN)))
                .findFirst();
    }

    /** What a Spark session needs to see the same catalogue. */
    public Map<String, String> sparkSettings() {
        Map<String, String> spark = new TreeMap<>();
        String prefix = "spark.sql.catalog." + CATALOG;
        spark.put(prefix, "org.apache.iceberg.spark.SparkCatalog");
        spark.put(prefix + ".cache-enabled", "false");
        catalogProperties(settings).forEach((key, value) -> spark.put(prefix + "." + key, value));
        return spark;
    }

    @Override
    public void close() {
        if (catalog instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The catalogue could not be closed", e);
            }
        }
    }

    /** SQLite makes its file, but not the folder around it. */
    private static void createFolder(String uri) {
        if (uri.startsWith(SQLITE)) {
            Path file = Path.of(uri.substring(SQLITE.length()).replaceFirst("[?].*", ""));
            new Home(file.toAbsolutePath().getParent())
                    .create(file.toAbsolutePath().getParent());
        }
    }

    private void createMissing(Rules rules) {
        SupportsNamespaces namespaces = (SupportsNamespaces) catalog;
        if (!namespaces.namespaceExists(Tables.NAMESPACE)) {
            namespaces.createNamespace(Tables.NAMESPACE);
        }
        for (Tables table : Tables.all()) {
            if (!catalog.tableExists(table.identifier())) {
                catalog.buildTable(table.identifier(), table.schema())
                        .withPartitionSpec(table.partitions())
                        .withProperties(table.properties())
                        .withProperty(RULE, rules.of(table.kind()).keep().toString())
                        .create();
            } else {
                addMissingColumns(table);
            }
        }
    }

    /** Those that came after the table was made; they are empty in the rows that are there. */
    private void addMissingColumns(Tables wanted) {
        Table table = table(wanted);
        boolean complete = wanted.schema().columns().stream()
                .allMatch(column -> table.schema().findField(column.name()) != null);
        if (!complete) {
            table.updateSchema().unionByNameWith(wanted.schema()).commit();
        }
    }

    private static Map<String, String> catalogProperties(StoreSettings settings) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("type", settings.catalog());
        properties.put("uri", settings.uri());
        properties.put("warehouse", settings.warehouse());
        if (settings.catalog().equals("jdbc")) {
            properties.put("jdbc.schema-version", "V1");
        }
        if (settings.uri().startsWith(SQLITE)) {
            // SQLite takes one writer: a second pooled connection would only meet its lock, and the catalogue that
            // Spark
            // opens beside this one has to wait for it.
            properties.put("clients", "1");
            properties.put("jdbc.journal_mode", "WAL");
            properties.put("jdbc.busy_timeout", "30000");
        }
        if (Address.isOne(settings.warehouse())) {
            properties.putAll(Clients.catalogProperties(settings.s3()));
        }
        settings.user().ifPresent(user -> properties.put("jdbc.user", user));
        settings.password().ifPresent(password -> properties.put("jdbc.password", password));
        return properties;
    }
}
