package org.modicum.policy.catalogue;

import java.io.Serializable;

/** The site that a host (and path) belongs to, and in which way it is used. */
public record Match(String site, Use use) implements Serializable {}
