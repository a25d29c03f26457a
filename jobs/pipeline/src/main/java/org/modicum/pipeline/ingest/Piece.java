package org.modicum.pipeline.ingest;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The rows that a {@link LineFold} hands on. Of one row only the columns of its kind are filled: activity has person to
 * bytes, a number of lines has file, fate and lines, a malformed line has file to reason, a stranger has a token.
 */
final class Piece {
    static final StructType SCHEMA = new StructType()
            .add("person", DataTypes.StringType)
            .add("site", DataTypes.StringType)
            .add("quarter", DataTypes.LongType)
            .add("deliberate_slots", DataTypes.LongType)
            .add("any_slots", DataTypes.LongType)
            .add("hits", DataTypes.LongType)
            .add("bytes", DataTypes.LongType)
            .add("file", DataTypes.StringType)
            .add("fate", DataTypes.StringType)
            .add("lines", DataTypes.LongType)
            .add("line_offset", DataTypes.LongType)
            .add("length", DataTypes.IntegerType)
            .add("reason", DataTypes.StringType)
            .add("stranger", DataTypes.StringType);

    private Piece() {}

    static Row activity(String person, String site, Sums sums, int place) {
        return RowFactory.create(
                person,
                site,
                sums.quarter(place),
                sums.deliberate(place),
                sums.any(place),
                sums.hits(place),
                sums.bytes(place),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Row fate(String file, Fate fate, long lines) {
        return RowFactory.create(
                null, null, null, null, null, null, null, file, fate.key(), lines, null, null, null, null);
    }

    static Row malformed(String file, long offset, int length, String reason) {
        return RowFactory.create(
                null, null, null, null, null, null, null, file, null, null, offset, length, reason, null);
    }

    /** @param token says nothing of the person outside this run */
    static Row stranger(String token) {
        return RowFactory.create(null, null, null, null, null, null, null, null, null, null, null, null, null, token);
    }
}
