package org.modicum.proxylog;

/** Takes lines of one dialect apart. Keeps no state, so that one parser serves all threads. */
public interface LineParser {
    /**
     * Takes one line apart without making an object.
     *
     * @param buffer holds the line; read only
     * @param from first byte of the line
     * @param to one past its last byte, the line end not counted
     * @param fields receives the columns, or the reason why there are none
     * @return whether the line is well formed. It never throws, whatever the bytes are
     */
    boolean parse(byte[] buffer, int from, int to, LineFields fields);
}
