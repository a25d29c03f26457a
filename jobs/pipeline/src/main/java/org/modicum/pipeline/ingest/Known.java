package org.modicum.pipeline.ingest;

import java.util.SortedMap;

/**
 * A content that was read before, under whatever file name.
 *
 * @param content the name the ledger gave it when it was first seen
 * @param readTo how far it was read, in decompressed bytes
 * @param marks fingerprints at offsets up to {@code readTo}, the last of them at {@code readTo}
 */
record Known(String content, long readTo, SortedMap<Long, String> marks) {}
