package org.modicum.pipeline.nightly;

/** The steps of a night, in their order. */
public enum Step {
    INGEST,
    SUMMARISE,
    REPORT
}
