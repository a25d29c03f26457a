package org.modicum.pipeline.nightly;

/** The steps of a night, in their order. */
public enum Step {
    INGEST,
    SUMMARISE,
    REPORT,
    /** Under the grants that were handed in; without any, nothing of it is so much as loaded. */
    FLAG,
    /** Under the standing rule, if there is one. */
    RETAIN
}
