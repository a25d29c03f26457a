package org.modicum.policy.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A way to divide people and sites into cells.
 *
 * @param sites by group, those with a cell of their own; all others fold into {@link CellKey#OTHER}
 */
public record Layout(List<Group> groups, Map<String, Set<String>> sites) {}
