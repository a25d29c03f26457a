package org.modicum.pipeline.flag;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modicum.pipeline.seal.Age;
import org.modicum.pipeline.seal.Archive;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.grant.VerifiedGrant;

/** A file that the grant's recipient alone can read: JSON for a program, and the same as a page for a person. */
final class Sealed {
    private static final int DIGITS = 16;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .build();

    private final String name;
    private final byte[] content;

    private Sealed(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /**
     * Renders, packs and encrypts in memory.
     *
     * @param stem what the files in it are called: {@code flag}
     * @param document a record; it is also what the page {@code <stem>.jte} shows
     */
    static Sealed of(VerifiedGrant granted, String stem, Object document) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(stem + ".json", json(document));
        files.put(stem + ".html", page(stem + ".jte", document));
        String name = granted.grant().caseReference().text() + "-"
                + granted.digest().substring(0, DIGITS) + "-" + granted.use() + ".age";
        return new Sealed(
                name, Age.encrypt(Archive.of(files), granted.grant().recipient().key()));
    }

    /** Without anybody's name: the case reference, the beginning of the grant's digest, and which use it was. */
    String name() {
        return name;
    }

    byte[] content() {
        return content.clone();
    }

    String digest() {
        return Hash.ofFile(content).hex();
    }

    private static byte[] json(Object document) {
        try {
            return (JSON.writeValueAsString(document) + "\n").getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            // Its message may quote a value; its kind cannot.
            throw new IllegalStateException(
                    "The document could not be written as JSON: " + e.getClass().getSimpleName());
        }
    }

    private static byte[] page(String template, Object document) {
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, Sealed.class.getClassLoader(), "org.modicum.pipeline.report.pages")
                .render(template, document, output);
        return output.toString().getBytes(UTF_8);
    }
}
