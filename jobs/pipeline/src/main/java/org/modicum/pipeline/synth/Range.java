package org.modicum.pipeline.synth;

/** From one number to another, both possible; written {@code 20-110}. */
record Range(int from, int to) {
    static Range parse(String text) {
        int dash = text.indexOf('-');
        return new Range(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }
}
