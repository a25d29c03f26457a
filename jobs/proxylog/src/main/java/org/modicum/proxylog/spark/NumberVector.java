package org.modicum.proxylog.spark;

import org.apache.spark.sql.types.DataType;
import org.modicum.proxylog.LineFields;

/** Integers, longs and timestamps (microseconds since 1970). */
final class NumberVector extends LogVector {
    private final long[] numbers;

    NumberVector(DataType type, int rows) {
        super(type);
        numbers = new long[rows];
    }

    /** Puts a number, or null for {@link LineFields#ABSENT}. */
    void put(int row, long number) {
        if (number == LineFields.ABSENT) {
            putNull(row);
        } else {
            numbers[row] = number;
        }
    }

    @Override
    void putNull(int row) {
        super.putNull(row);
        numbers[row] = LineFields.ABSENT;
    }

    @Override
    public boolean isNullAt(int row) {
        return numbers[row] == LineFields.ABSENT;
    }

    @Override
    public int getInt(int row) {
        return (int) numbers[row];
    }

    @Override
    public long getLong(int row) {
        return numbers[row];
    }
}
