package org.modicum.policy.catalogue;

import java.io.Serializable;

/**
 * A host with all its sub-domains, or the part of it below a path.
 *
 * @param host lower case, no trailing dot, internationalised names in their ASCII form
 * @param pathPrefix begins with {@code /}; empty for the whole host. Only plain requests show a path, tunnels do not
 */
public record Place(String host, String pathPrefix, Use use) implements Serializable {}
