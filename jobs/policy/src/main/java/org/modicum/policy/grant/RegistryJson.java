package org.modicum.policy.grant;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.modicum.policy.signature.Ed25519Key;

/** The JSON of a registry. */
final class RegistryJson {
    private RegistryJson() {}

    static Registry parse(byte[] body) {
        try {
            Fields fields = Fields.parse(body);
            Registry registry = new Registry(
                    fields.whole("version", 1, Registry.HIGHEST_VERSION),
                    fields.time("issued"),
                    fields.objects("people").stream()
                            .map(RegistryJson::approver)
                            .toList());
            fields.noOthers();
            Spelling.check(body, body(registry));
            return registry;
        } catch (MalformedException | IllegalArgumentException e) {
            throw new RefusedException(Refusal.NOT_A_DOCUMENT, e.getMessage(), e);
        }
    }

    static byte[] body(Registry registry) {
        return Spelling.of(json -> {
            json.writeNumberField("version", registry.version());
            json.writeStringField("issued", registry.issued().toString());
            json.writeArrayFieldStart("people");
            for (Approver approver : registry.people()) {
                write(json, approver);
            }
            json.writeEndArray();
        });
    }

    private static Approver approver(Fields fields) {
        Approver approver = new Approver(
                new UserName(fields.text("person")), fields.texts("roles"), fields.text("department"), keys(fields));
        fields.noOthers();
        return approver;
    }

    private static List<EnrolledKey> keys(Fields approver) {
        return approver.objects("keys").stream().map(RegistryJson::key).toList();
    }

    private static EnrolledKey key(Fields fields) {
        EnrolledKey key = new EnrolledKey(
                Ed25519Key.parse(fields.text("key")),
                fields.time("from"),
                fields.time("to"),
                fields.optionalTime("revoked"));
        fields.noOthers();
        return key;
    }

    private static void write(JsonGenerator json, Approver approver) throws IOException {
        json.writeStartObject();
        json.writeStringField("person", approver.person().text());
        Spelling.texts(json, "roles", approver.roles());
        json.writeStringField("department", approver.department());
        json.writeArrayFieldStart("keys");
        for (EnrolledKey key : approver.keys()) {
            json.writeStartObject();
            json.writeStringField("key", key.key().base64());
            json.writeStringField("from", key.from().toString());
            json.writeStringField("to", key.to().toString());
            if (key.revoked().isPresent()) {
                json.writeStringField("revoked", key.revoked().get().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
