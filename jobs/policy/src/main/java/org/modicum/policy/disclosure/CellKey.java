package org.modicum.policy.disclosure;

/** @param site a site, {@link #OTHER}, or {@link #ALL} */
public record CellKey(String group, String site) {
    public static final String OTHER = "other";
    public static final String ALL = "all";
}
