package org.modicum.proxylog.spark;

import java.io.Serializable;
import org.modicum.proxylog.Compression;

/**
 * A file that was found.
 *
 * @param name what the {@code file} column says: the path as given if it named this file, otherwise the absolute
 *     path, with a scheme if the folder or glob was given with one
 * @param location the file's full Hadoop path
 * @param length bytes as it lies there
 * @param compression as its first bytes say
 */
record ListedFile(String name, String location, long length, Compression compression) implements Serializable {}
