package org.modicum.pipeline.ingest;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** The sums of a partition as rows of the activity table. It is one row that changes: whoever keeps it copies it. */
final class ActivityRows implements Iterator<InternalRow> {
    static final StructType SCHEMA = new StructType()
            .add("person", DataTypes.StringType, false)
            .add("site", DataTypes.StringType, false)
            .add("quarter", DataTypes.TimestampType, false)
            .add("deliberate_slots", DataTypes.LongType, false)
            .add("any_slots", DataTypes.LongType, false)
            .add("hits", DataTypes.LongType, false)
            .add("bytes", DataTypes.LongType, false);

    private static final long MICROS = 1_000_000;

    private final Iterator<Piece> pieces;
    private final Who who;
    private final UTF8String[] sites;
    private final GenericInternalRow row = new GenericInternalRow(SCHEMA.size());
    private PackedSums sums = new PackedSums(new long[0]);
    private int next;

    ActivityRows(Iterator<Piece> pieces, Who who, List<String> sites) {
        this.pieces = pieces;
        this.who = who;
        this.sites = sites.stream().map(UTF8String::fromString).toArray(UTF8String[]::new);
    }

    @Override
    public boolean hasNext() {
        while (next == sums.size() && pieces.hasNext()) {
            if (pieces.next() instanceof Piece.Activity activity) {
                sums = activity.sums();
                next = 0;
            }
        }
        return next < sums.size();
    }

    @Override
    public InternalRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        row.update(0, who.pseudonym(sums.person(next)));
        row.update(1, sites[sums.site(next)]);
        row.update(2, sums.quarter(next) * MICROS);
        row.update(3, sums.deliberate(next));
        row.update(4, sums.any(next));
        row.update(5, sums.hits(next));
        row.update(6, sums.bytes(next));
        next++;
        return row;
    }
}
