package org.modicum.pipeline.synth;

/**
 * A site that is no social media: most of a log.
 *
 * @param http whether it can still be had without encryption
 * @param parts what a page fetches from its own host, on average
 * @param others from how many other hosts a page fetches
 * @param widgets share of its pages that carry buttons, pixels or players of social media
 */
record WebPage(String host, double weight, boolean http, Range kb, int parts, int others, double widgets) {}
