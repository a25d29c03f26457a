package org.modicum.proxylog.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modicum.proxylog.LogSlice;

/** Cuts files into splits: plain ones every so many bytes, compressed ones not at all. */
final class SplitPlan {
    private SplitPlan() {}

    static List<LogSplit> of(List<ListedFile> files, Map<String, List<Range>> ranges, long splitBytes) {
        List<LogSplit> splits = new ArrayList<>();
        for (ListedFile file : files) {
            for (Range range : ranges.getOrDefault(file.name(), List.of(Range.WHOLE))) {
                List<LogSlice> slices =
                        file.compression().isSplittable() ? cut(range, file.length(), splitBytes) : uncut(range);
                slices.forEach(slice -> splits.add(new LogSplit(file, slice)));
            }
        }
        return splits;
    }

    private static List<LogSlice> uncut(Range range) {
        long end = range.to() == Range.END ? LogSlice.OPEN : range.to();
        return range.from() == end ? List.of() : List.of(new LogSlice(range.from(), end, end, true));
    }

    /** A range that is not in the file, or not all of it, still gets a slice, which then reports it. */
    private static List<LogSlice> cut(Range range, long fileLength, long splitBytes) {
        boolean open = range.to() == Range.END;
        boolean missing = open && range.from() > fileLength;
        long end = missing ? range.from() + 1 : open ? fileLength : range.to();
        long limit = open ? LogSlice.OPEN : range.to();
        long lastCut = Math.min(end, fileLength);
        List<LogSlice> slices = new ArrayList<>();
        long start = range.from();
        while (start < end) {
            long cut = start + splitBytes < lastCut ? start + splitBytes : end;
            slices.add(new LogSlice(start, cut, limit, start == range.from()));
            start = cut;
        }
        return slices;
    }
}
