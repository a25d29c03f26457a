package org.modicum.policy.catalogue;

/**
 * How quickly a site hands out what there is to look at. A tunnel shows bytes alone, and the same bytes are a minute of
 * pictures or a quarter of an hour of text. What a pace means in numbers is for {@code policy.attention} to say.
 */
public enum Pace {
    /** Something new every few seconds: pictures, videos, what friends do. */
    FEED,
    /** Short texts of many: microblogs. */
    POSTS,
    /** Texts that take a minute: encyclopaedias, blogs, forums, questions and answers. */
    READING,
    /** Lines that people write to each other. */
    CHAT
}
