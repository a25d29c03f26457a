package org.modicum.proxylog.spark;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.modicum.proxylog.TextDecoder;

/** Text where it lies: in the window of the log, or, where it had to be decoded, in the decoder's side buffer. */
final class TextVector extends LogVector {
    private static final int NULL = -1;

    private final int[] starts;
    private final int[] lengths;
    private byte[] window;
    private byte[] side;

    TextVector(int rows) {
        super(DataTypes.StringType);
        starts = new int[rows];
        lengths = new int[rows];
    }

    /** Puts the text that was decoded last. */
    void put(int row, TextDecoder decoder) {
        // The complement of a start is negative, which marks the side buffer.
        starts[row] = decoder.isAside() ? ~decoder.start() : decoder.start();
        lengths[row] = decoder.length();
    }

    @Override
    void putNull(int row) {
        super.putNull(row);
        lengths[row] = NULL;
    }

    /** Says where the bytes are. Only now, for the side buffer may have been replaced meanwhile. */
    void over(byte[] windowBytes, byte[] sideBytes) {
        window = windowBytes;
        side = sideBytes;
    }

    @Override
    public boolean isNullAt(int row) {
        return lengths[row] == NULL;
    }

    @Override
    public UTF8String getUTF8String(int row) {
        if (isNullAt(row)) {
            return null;
        }
        int start = starts[row];
        return start < 0
                ? UTF8String.fromBytes(side, ~start, lengths[row])
                : UTF8String.fromBytes(window, start, lengths[row]);
    }
}
