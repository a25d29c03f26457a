package org.modicum.policy.protocol;

/** The span over which a threshold adds up active minutes. */
public enum Per {
    DAY,
    /** An ISO week. */
    WEEK
}
