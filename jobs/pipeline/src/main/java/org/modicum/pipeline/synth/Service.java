package org.modicum.pipeline.synth;

import java.util.List;

/**
 * A social-media service as a proxy meets it. Only names in a file; nothing is ever contacted. Sizes are compressed, as
 * they come over the wire.
 *
 * @param weight how many of a hundred people like it most
 * @param page host and path of a page
 * @param data what scrolling fetches
 * @param pictures host of what users posted
 * @param scripts host of what the browser keeps in its cache
 * @param media host of videos; empty: none
 * @param polls what an open tab asks again and again, looked at or not
 * @param perLook pictures for one screen
 * @param pauseSeconds median time between two signs of life
 * @param video share of actions that start a video
 * @param leftOpen share of visits after which the tab stays open
 */
record Service(
        String site,
        double weight,
        Address page,
        Address data,
        Address pictures,
        Address scripts,
        String media,
        List<Address> polls,
        Range pageKb,
        Range dataKb,
        Range pictureKb,
        int perLook,
        double pauseSeconds,
        double video,
        double videoSeconds,
        double leftOpen,
        int pollSeconds) {}
