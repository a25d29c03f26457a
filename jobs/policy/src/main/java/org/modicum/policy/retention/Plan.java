package org.modicum.policy.retention;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.modicum.policy.grant.Digests;
import org.modicum.policy.grant.Spelling;

/**
 * What goes and what is kept back. Its digest is one of every file, size, count and state of a table in it, not of what
 * was asked for: so who approves a digest approves that and nothing else. The time is not in it; a plan of yesterday is
 * today's if nothing has changed.
 *
 * @param rules digest of the rules
 * @param items in their order
 * @param keptBack in their order
 * @param holds digests of all holds that are in force, in order, whether or not they keep anything back
 */
public record Plan(String rules, List<PlanItem> items, List<KeptBack> keptBack, List<String> holds) {

    /** @throws IllegalArgumentException if a file is there twice */
    public Plan {
        items = items.stream().sorted().toList();
        keptBack = List.copyOf(new TreeSet<>(keptBack));
        holds = List.copyOf(new TreeSet<>(holds));
        Set<String> paths = new HashSet<>();
        for (PlanItem item : items) {
            if (!paths.add(item.path())) {
                throw new IllegalArgumentException("The plan has " + item.path() + " twice");
            }
        }
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    public List<PlanItem> items(DataKind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    public String digest() {
        return Digests.sha256(bytes());
    }

    /** The one spelling of this plan: JSON. */
    public byte[] bytes() {
        return Spelling.of(json -> {
            json.writeStringField("rules", rules);
            json.writeArrayFieldStart("items");
            for (PlanItem item : items) {
                write(json, item);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("kept_back");
            for (KeptBack kept : keptBack) {
                write(json, kept);
            }
            json.writeEndArray();
            Spelling.texts(json, "holds", holds);
        });
    }

    private static void write(JsonGenerator json, PlanItem item) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", item.kind().word());
        json.writeStringField("part", item.part());
        json.writeStringField("path", item.path());
        json.writeNumberField("bytes", item.bytes());
        json.writeNumberField("records", item.records());
        json.writeStringField("snapshot", item.snapshot().orElse("none"));
        json.writeStringField("due", item.due().map(Object::toString).orElse("at once"));
        json.writeEndObject();
    }

    static void write(JsonGenerator json, KeptBack kept) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", kept.kind().word());
        json.writeStringField("part", kept.part());
        json.writeStringField("hold", kept.hold());
        json.writeStringField("case_ref", kept.caseReference());
        json.writeStringField("until", kept.until().toString());
        json.writeEndObject();
    }
}
