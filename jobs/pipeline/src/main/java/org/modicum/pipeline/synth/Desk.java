package org.modicum.pipeline.synth;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where one person uses the web: the browser, its open tabs, and what the person really looks at. */
final class Desk {
    private final Agenda agenda;
    private final Chance chance;
    private final Web web;
    private final Browser browser;
    private final Attention attention;
    private final Map<String, Tab> leftOpen = new HashMap<>();
    private boolean playerCached;

    Desk(Agenda agenda, Chance chance, Web web, Browser browser, Attention attention) {
        this.agenda = agenda;
        this.chance = chance;
        this.web = web;
        this.browser = browser;
        this.attention = attention;
    }

    Agenda agenda() {
        return agenda;
    }

    Chance chance() {
        return chance;
    }

    Web web() {
        return web;
    }

    Browser browser() {
        return browser;
    }

    Attention attention() {
        return attention;
    }

    /** The tab of an earlier visit, where it is still there. */
    Optional<Tab> tab(Service service) {
        return Optional.ofNullable(leftOpen.get(service.site())).filter(Tab::isOpen);
    }

    void leave(Service service, Tab tab) {
        leftOpen.put(service.site(), tab);
    }

    /** Whether an embedded player's program has to be fetched; new ones come out every few days. */
    boolean fetchesPlayer() {
        boolean fetches = !playerCached || chance.happens(0.02);
        playerCached = true;
        return fetches;
    }

    /** Switches the computer off. */
    void switchOff() {
        browser.end();
        leftOpen.clear();
    }
}
