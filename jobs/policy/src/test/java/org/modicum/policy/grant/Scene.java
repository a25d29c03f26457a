package org.modicum.policy.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Circumstances in which one thing is other than in {@link Cast#here}. */
final class Scene {
    private Scene() {}

    static Circumstances at(Instant now) {
        Circumstances here = Cast.here();
        return new Circumstances(
                now,
                here.authorisation(),
                here.registry(),
                here.revocations(),
                here.audience(),
                here.log(),
                here.staff(),
                here.sites(),
                here.java());
    }

    /** Later, with a list of revocations that is as fresh as ever. */
    static Circumstances freshAt(Instant now) {
        Revocations list = Cast.revocations();
        Circumstances then = at(now);
        return withRevocations(
                then,
                Cast.signed(new Revocations(
                        list.sequence(), now.minus(Duration.ofMinutes(5)), list.grants(), list.keys())));
    }

    static Circumstances with(Registry registry) {
        return withRegistry(Cast.signed(registry));
    }

    static Circumstances withRegistry(byte[] registry) {
        Circumstances here = Cast.here();
        return new Circumstances(
                here.now(),
                here.authorisation(),
                Optional.of(registry),
                here.revocations(),
                here.audience(),
                here.log(),
                here.staff(),
                here.sites(),
                here.java());
    }

    static Circumstances with(Revocations list) {
        return withRevocations(Cast.here(), Cast.signed(list));
    }

    static Circumstances withRevocations(Circumstances here, byte[] list) {
        return new Circumstances(
                here.now(),
                here.authorisation(),
                here.registry(),
                Optional.of(list),
                here.audience(),
                here.log(),
                here.staff(),
                here.sites(),
                here.java());
    }

    static Circumstances with(LogState log) {
        Circumstances here = Cast.here();
        return new Circumstances(
                here.now(),
                here.authorisation(),
                here.registry(),
                here.revocations(),
                here.audience(),
                Optional.of(log),
                here.staff(),
                here.sites(),
                here.java());
    }

    static Circumstances with(StaffRecords staff) {
        Circumstances here = Cast.here();
        return new Circumstances(
                here.now(),
                here.authorisation(),
                here.registry(),
                here.revocations(),
                here.audience(),
                here.log(),
                Optional.of(staff),
                here.sites(),
                here.java());
    }

    static Circumstances with(Authorisation authorisation) {
        Circumstances here = Cast.here();
        return new Circumstances(
                here.now(),
                authorisation,
                here.registry(),
                here.revocations(),
                here.audience(),
                here.log(),
                here.staff(),
                here.sites(),
                here.java());
    }

    static Circumstances elsewhere(String audience) {
        Circumstances here = Cast.here();
        return new Circumstances(
                here.now(),
                here.authorisation(),
                here.registry(),
                here.revocations(),
                Optional.of(audience),
                here.log(),
                here.staff(),
                here.sites(),
                here.java());
    }

    static Circumstances on(Runtime.Version java) {
        Circumstances here = Cast.here();
        return new Circumstances(
                here.now(),
                here.authorisation(),
                here.registry(),
                here.revocations(),
                here.audience(),
                here.log(),
                here.staff(),
                here.sites(),
                java);
    }

    /** On a laptop with public keys and the registry, and nothing else. */
    static Circumstances laptop() {
        Circumstances here = Cast.here();
        return new Circumstances(
                here.now(),
                here.authorisation(),
                here.registry(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                here.java());
    }
}
