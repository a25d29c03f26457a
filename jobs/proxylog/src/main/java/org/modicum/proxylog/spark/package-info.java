/**
 * The columnar Spark data source {@code proxylog} over {@link org.modicum.proxylog}: lists files, plans splits,
 * lays vectors over the windows of bytes. It rules on nothing about lines.
 */
package org.modicum.proxylog.spark;
