package org.modicum.policy.grant;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.modicum.policy.protocol.IsoWeek;

/** The JSON of a grant. */
final class GrantJson {
    private static final String NAMED = "named-subjects";
    private static final String WHOLE = "whole-department";
    private static final String REPORT = "subject-report";
    private static final String COPY = "hold-copy";

    private GrantJson() {}

    static Grant parse(byte[] body) {
        try {
            Fields fields = Fields.parse(body);
            Grant grant = new Grant(
                    UUID.fromString(fields.text("id")),
                    fields.text("audience"),
                    purpose(fields),
                    new CaseReference(fields.text("case_ref")),
                    fields.text("justification"),
                    new UserName(fields.text("requester")),
                    new Weeks(IsoWeek.parse(fields.text("from")), IsoWeek.parse(fields.text("to"))),
                    new Sites(fields.texts("sites")),
                    new Recipient(new UserName(fields.text("recipient")), fields.text("recipient_key")),
                    fields.time("created"),
                    fields.time("not_before"),
                    fields.time("not_after"),
                    fields.whole("max_uses", 0, Integer.MAX_VALUE));
            fields.noOthers();
            Spelling.check(body, body(grant));
            return grant;
        } catch (MalformedException e) {
            throw new RefusedException(Refusal.NOT_A_DOCUMENT, e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.NOT_A_DOCUMENT, "A week or the id is malformed.", e);
        }
    }

    static byte[] body(Grant grant) {
        return Spelling.of(json -> {
            json.writeStringField("id", grant.id().toString());
            json.writeStringField("audience", grant.audience());
            write(json, grant.purpose());
            json.writeStringField("case_ref", grant.caseReference().text());
            json.writeStringField("justification", grant.justification());
            json.writeStringField("requester", grant.requester().text());
            json.writeStringField("from", grant.weeks().from().toString());
            json.writeStringField("to", grant.weeks().to().toString());
            Spelling.texts(json, "sites", grant.sites().names());
            json.writeStringField("recipient", grant.recipient().person().text());
            json.writeStringField("recipient_key", grant.recipient().key());
            json.writeStringField("created", grant.created().toString());
            json.writeStringField("not_before", grant.notBefore().toString());
            json.writeStringField("not_after", grant.notAfter().toString());
            json.writeNumberField("max_uses", grant.maxUses());
        });
    }

    private static Purpose purpose(Fields fields) {
        String kind = fields.text("kind");
        return switch (kind) {
            case NAMED ->
                new Purpose.NamedSubjects(
                        reason(fields),
                        fields.objects("subjects").stream()
                                .map(GrantJson::subject)
                                .toList());
            case WHOLE -> new Purpose.WholeDepartment(reason(fields), fields.text("department"));
            case REPORT -> new Purpose.SubjectReport(subject(one(fields.objects("subjects"))), fields.text("request"));
            case COPY -> new Purpose.HoldCopy(subject(one(fields.objects("subjects"))), fields.text("hold"));
            default -> throw new MalformedException("The kind of the grant is not known.");
        };
    }

    private static Fields one(List<Fields> list) {
        if (list.size() == 1) {
            return list.get(0);
        }
        throw new MalformedException("A grant of this kind is about one person.");
    }

    private static Reason reason(Fields fields) {
        String reason = fields.text("reason");
        return Arrays.stream(Reason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .orElseThrow(() -> new MalformedException("The reason is not one of paragraph 24's two."));
    }

    private static Subject subject(Fields fields) {
        Subject subject = new Subject(new UserName(fields.text("person")), fields.text("department"));
        fields.noOthers();
        return subject;
    }

    private static void write(JsonGenerator json, Purpose purpose) throws IOException {
        if (purpose instanceof Purpose.NamedSubjects named) {
            json.writeStringField("kind", NAMED);
            json.writeStringField("reason", named.reason().name());
        } else if (purpose instanceof Purpose.WholeDepartment whole) {
            json.writeStringField("kind", WHOLE);
            json.writeStringField("reason", whole.reason().name());
            json.writeStringField("department", whole.department());
        } else if (purpose instanceof Purpose.SubjectReport report) {
            json.writeStringField("kind", REPORT);
            json.writeStringField("request", report.request());
        } else if (purpose instanceof Purpose.HoldCopy copy) {
            json.writeStringField("kind", COPY);
            json.writeStringField("hold", copy.hold());
        }
        if (!purpose.people().isEmpty()) {
            json.writeArrayFieldStart("subjects");
            for (Subject subject : purpose.people()) {
                json.writeStartObject();
                json.writeStringField("person", subject.person().text());
                json.writeStringField("department", subject.department());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
