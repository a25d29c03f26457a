package org.modicum.policy.attention;

import java.io.Serializable;

/**
 * What the estimation needs of one log line. It holds no user name, client address or query, and lives only until its
 * {@link Marks} are made.
 *
 * @param endMillis when the transfer ended, milliseconds since the epoch: proxies write a line at the end
 * @param elapsedMillis how long it took
 * @param host lower case, without port
 * @param path without query; null for a tunnel ({@code CONNECT}), which does not show it
 * @param method request method; null if the log has none
 * @param status HTTP status given to the client; 0 if none was
 * @param contentType null if unknown
 * @param bytes bytes sent to the client, headers included
 */
public record Hit(
        long endMillis,
        long elapsedMillis,
        String host,
        String path,
        String method,
        int status,
        String contentType,
        long bytes)
        implements Serializable {}
