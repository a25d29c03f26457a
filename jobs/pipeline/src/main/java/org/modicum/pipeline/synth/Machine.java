package org.modicum.pipeline.synth;

/**
 * A computer as the proxy knows it.
 *
 * @param address IPv4 or IPv6
 * @param user the person's user name as this machine's way to log in makes the proxy write it
 * @param asked whether it waits to be asked for a password (407) on every new connection
 * @param opened whether the proxy opens its encryption and so sees every request
 */
record Machine(String address, String user, boolean asked, boolean opened) {}
