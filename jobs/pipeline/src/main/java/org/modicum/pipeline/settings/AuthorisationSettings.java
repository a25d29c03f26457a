package org.modicum.pipeline.settings;

import com.typesafe.config.ConfigObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.modicum.policy.grant.Authorisation;
import org.modicum.policy.signature.Ed25519Key;

/** Reads who may authorise. */
public final class AuthorisationSettings {
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private AuthorisationSettings() {}

    /** What reference.conf says, with these roots: for whoever verifies without a site's settings. */
    public static Authorisation shipped(Set<Ed25519Key> roots) {
        Problems problems = new Problems();
        ConfigObject reference = Hocon.reference();
        Reading reading = new Reading(new Places(List.of()), problems);
        Setting block = Setting.root(reading, reference)
                .child("modicum", reference.get("modicum"))
                .section()
                .flatMap(modicum -> modicum.required("authorisation"))
                .orElseThrow();
        Authorisation site =
                block.section().flatMap(AuthorisationSettings::read).orElseThrow();
        return new Authorisation(
                roots, site.approvingRoles(), site.dataProtectionRole(), site.itRole(), site.revocationsMaxAge());
    }

    static Optional<Authorisation> read(Section section) {
        Set<Ed25519Key> roots = new HashSet<>();
        for (Setting root : section.elements("roots")) {
            root.parsed(Ed25519Key::parse)
                    .filter(key -> !roots.add(key))
                    .ifPresent(key -> root.problem("is the same key as another root; each root has a key of its own"));
        }
        List<Optional<String>> approving = new ArrayList<>();
        section.required("approving-roles")
                .flatMap(Setting::list)
                .ifPresent(roles -> roles.forEach(role -> approving.add(role(role))));
        Optional<String> dataProtection =
                section.required("data-protection-role").flatMap(AuthorisationSettings::role);
        Optional<String> it = section.required("it-role").flatMap(AuthorisationSettings::role);
        Optional<Duration> maxAge = section.required("revocations-max-age").flatMap(Setting::duration);
        section.noOtherKeys();
        if (approving.stream().anyMatch(Optional::isEmpty)
                || dataProtection.isEmpty()
                || it.isEmpty()
                || maxAge.isEmpty()) {
            return Optional.empty();
        }
        Set<String> roles =
                new HashSet<>(approving.stream().flatMap(Optional::stream).toList());
        try {
            return Optional.of(new Authorisation(roots, roles, dataProtection.get(), it.get(), maxAge.get()));
        } catch (IllegalArgumentException e) {
            section.setting().problem("is wrong: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<String> role(Setting setting) {
        return setting.parsed(text -> {
            if (!ROLE.matcher(text).matches()) {
                throw new IllegalArgumentException("a role is a word in small letters, like personnel");
            }
            return text;
        });
    }
}
