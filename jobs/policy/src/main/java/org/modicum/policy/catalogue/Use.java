package org.modicum.policy.catalogue;

/** In which way a host of a site is used; what that says about attention is for {@code policy.attention} to judge. */
public enum Use {
    /** Pages and interfaces that a person works with. */
    PAGE,
    /** Static files of pages. */
    ASSET,
    /** Streams of video, sound and images. */
    MEDIA,
    /** Polls, presence, telemetry, held-open connections. */
    BACKGROUND,
    /** Widgets, pixels, SDKs and players in other sites' pages. */
    EMBEDDED
}
