package org.modicum.pipeline.settings;

/**
 * A set of proxy log files and the format they are in.
 *
 * @param name what the source is called in reports; unique
 * @param format the dialect of the {@code proxylog} data source, for instance {@code squid}
 * @param path an absolute path that may hold globs, or a URI
 * @param sanction what makes reading it lawful
 */
public record Source(String name, String format, String path, Sanction sanction) {}
