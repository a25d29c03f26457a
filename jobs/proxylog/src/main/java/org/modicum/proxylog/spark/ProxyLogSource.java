package org.modicum.proxylog.spark;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.SessionConfigSupport;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The data source {@code proxylog}: {@code spark.read().format("proxylog").option("dialect", "squid").load(paths)}.
 * Its columns are fixed. Options can also be set for a session, as {@code spark.datasource.proxylog.OPTION}.
 */
public final class ProxyLogSource implements TableProvider, DataSourceRegister, SessionConfigSupport {
    static final String NAME = "proxylog";

    @Override
    public String shortName() {
        return NAME;
    }

    @Override
    public String keyPrefix() {
        return NAME;
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return Column.schema();
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return new ProxyLogTable(ReadOptions.of(new CaseInsensitiveStringMap(properties)));
    }
}
