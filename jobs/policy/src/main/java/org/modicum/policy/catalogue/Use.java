package org.modicum.policy.catalogue;

/** In which way a host of a site is used; what that says about attention is for {@code policy.attention} to judge. */
public enum Use {
    /** Pages and interfaces that a person works with. */
    PAGE,
    /** Static files of pages, and hosts that serve little but pictures: they come with a page that shows itself. */
    ASSET,
    /** Streams of video and sound. */
    MEDIA,
    /** Polls, presence, telemetry, held-open connections. */
    BACKGROUND,
    /** Widgets, pixels, SDKs and players in other sites' pages. */
    EMBEDDED
}
