package org.modicum.pipeline.auditors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.grant.GrantFolder;
import org.modicum.policy.grant.Approver;
import org.modicum.policy.grant.EnrolledKey;
import org.modicum.policy.grant.RefusedException;
import org.modicum.policy.grant.Registry;

/**
 * Who may sign, by their roles and keys. The registry has their names, which nobody needs here: that two signatures are
 * of two people of two roles can be seen without.
 *
 * @param roles by the digest of a key: the person's number and roles
 * @param problem why nothing is known of them; empty if all is well
 */
record Signers(Map<String, String> roles, List<Row> rows, Optional<String> problem) {

    static Signers of(AsFound found) {
        try {
            Optional<byte[]> envelope = new GrantFolder(found.settings().grants()).registry();
            if (envelope.isEmpty()) {
                return new Signers(Map.of(), List.of(), Optional.empty());
            }
            return of(Registry.open(envelope.get(), found.settings().authorisation(), Optional.empty(), found.now())
                    .document());
        } catch (RefusedException e) {
            return unknown(
                    "The registry of approvers does not count: " + e.refusal().sentence());
        } catch (ExitException e) {
            return unknown("The registry of approvers could not be read.");
        }
    }

    private static Signers unknown(String why) {
        return new Signers(Map.of(), List.of(), Optional.of(why));
    }

    private static Signers of(Registry registry) {
        Map<String, String> roles = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (Approver approver : registry.people()) {
            number++;
            String words = String.join(", ", approver.roles());
            for (EnrolledKey key : approver.keys()) {
                roles.put(key.key().digest(), "approver " + number + " (" + words + ")");
                rows.add(Row.of(
                        number,
                        words,
                        Words.digest(key.key().digest()),
                        key.from(),
                        key.to(),
                        key.revoked().map(Object::toString).orElse("")));
            }
        }
        return new Signers(roles, rows, Optional.empty());
    }

    /** Whose key it is, without a name. */
    String named(String key) {
        return roles.getOrDefault(key, "a key that is no longer enrolled") + ", key " + Words.digest(key);
    }

    static List<Column> columns() {
        return List.of(
                Column.number("approver", "Approver"),
                Column.text("roles", "Roles"),
                Column.text("key", "Digest of the key"),
                Column.text("from", "Valid from"),
                Column.text("to", "Until"),
                Column.text("revoked", "Revoked"));
    }
}
