package org.modicum.policy.attention;

import java.util.Optional;

/**
 * What one hit says about a person's attention.
 *
 * @param any when there was traffic
 * @param deliberate when somebody meant to be there; empty if the hit is passive (a background tab's poll, a widget in
 *     another site's page, a connection held open)
 */
record Evidence(Span any, Optional<Span> deliberate) {

    static Evidence passive(Span any) {
        return new Evidence(any, Optional.empty());
    }

    static Evidence deliberate(Span any, Span deliberate) {
        return new Evidence(any, Optional.of(deliberate));
    }
}
