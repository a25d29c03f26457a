/**
 * What a log says: from the bytes of a web proxy's log to hits, without an engine.
 *
 * <p>The way of a byte is {@link LogFile} (a stream, decompressed as its first bytes ask for) to {@link
 * LineScanner} (windows of bytes, cut into lines) to {@link LineParser} (a line's columns as offsets into the
 * window) to {@link LogReader}, which tests the host and says hit, malformed or skipped. No object is made for a
 * line. {@code org.modicum.proxylog.spark} puts the whole under Spark; nothing here knows of it.
 */
package org.modicum.proxylog;
