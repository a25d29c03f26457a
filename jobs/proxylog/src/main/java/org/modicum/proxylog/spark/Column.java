package org.modicum.proxylog.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.modicum.proxylog.Text;

/** The columns of the data source, in their order. */
enum Column {
    OUTCOME(DataTypes.StringType),
    LINES(DataTypes.LongType),
    TIME(DataTypes.TimestampType),
    ELAPSED_MS(DataTypes.LongType),
    CLIENT(Text.CLIENT),
    RESULT(Text.RESULT),
    STATUS(DataTypes.IntegerType),
    BYTES(DataTypes.LongType),
    METHOD(Text.METHOD),
    HOST(Text.HOST),
    PORT(DataTypes.IntegerType),
    PATH(Text.PATH),
    USER(Text.USER),
    HIERARCHY(Text.HIERARCHY),
    CONTENT_TYPE(Text.CONTENT_TYPE),
    FILE(DataTypes.StringType),
    OFFSET(DataTypes.LongType),
    LENGTH(DataTypes.IntegerType),
    REASON(DataTypes.StringType);

    private static final StructType SCHEMA =
            new StructType(Arrays.stream(values()).map(Column::field).toArray(StructField[]::new));

    private final DataType type;
    private final Text text;

    Column(DataType type) {
        this.type = type;
        this.text = null;
    }

    Column(Text text) {
        this.type = DataTypes.StringType;
        this.text = text;
    }

    /** All columns. */
    static StructType schema() {
        return SCHEMA;
    }

    /** The columns of a pruned schema. */
    static List<Column> of(StructType schema) {
        return Arrays.stream(schema.fieldNames())
                .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
    }

    DataType type() {
        return type;
    }

    /** The text of the line that this column shows; null if it is no such column. */
    Text text() {
        return text;
    }

    private StructField field() {
        boolean nullable = this != OUTCOME && this != LINES;
        return DataTypes.createStructField(name().toLowerCase(Locale.ROOT), type, nullable);
    }
}
