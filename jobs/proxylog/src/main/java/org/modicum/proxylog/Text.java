package org.modicum.proxylog;

/** The columns of a hit that are text. Each is a stretch of the line, or absent. */
public enum Text {
    /** Address of the client. */
    CLIENT,
    /** Result code of the proxy, such as {@code TCP_TUNNEL}. */
    RESULT,
    /** Request method. */
    METHOD,
    /** Host of the URL without port, brackets and trailing dot. */
    HOST,
    /** Path of the URL without query and fragment; absent for CONNECT. */
    PATH,
    /** Name the client authenticated with. */
    USER,
    /** How the request was forwarded, and to whom, such as {@code HIER_DIRECT/192.0.2.7}. */
    HIERARCHY,
    /** Content type of the reply. */
    CONTENT_TYPE;

    /** How many there are: the length of an array with one element for each. */
    static final int COUNT = values().length;
}
