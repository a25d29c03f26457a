package org.modicum.proxylog.spark;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Words that many rows share: outcomes, reasons, the file. */
final class WordVector extends LogVector {
    private final UTF8String[] words;

    WordVector(int rows) {
        super(DataTypes.StringType);
        words = new UTF8String[rows];
    }

    void put(int row, UTF8String word) {
        words[row] = word;
    }

    @Override
    void putNull(int row) {
        super.putNull(row);
        words[row] = null;
    }

    @Override
    public boolean isNullAt(int row) {
        return words[row] == null;
    }

    @Override
    public UTF8String getUTF8String(int row) {
        return words[row];
    }
}
