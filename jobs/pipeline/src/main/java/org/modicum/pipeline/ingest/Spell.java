package org.modicum.pipeline.ingest;

import java.io.Serializable;

/**
 * A part of a week in which somebody is staff.
 *
 * @param person their pseudonym in that week
 * @param from seconds since the epoch
 * @param to exclusive
 */
record Spell(String person, long from, long to) implements Serializable {}
