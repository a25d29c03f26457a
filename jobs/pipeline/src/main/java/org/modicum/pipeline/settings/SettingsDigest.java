package org.modicum.pipeline.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modicum.policy.audit.Hash;
import org.modicum.policy.catalogue.Catalogue;

/**
 * Tells whether settings are the same, protocols and catalogue included, without telling what they are. Secrets do not
 * come in: a digest of a password could be tried against guesses.
 */
public final class SettingsDigest {
    private final StringBuilder text = new StringBuilder();

    private SettingsDigest() {}

    /** SHA-256 over every setting by its name, in an order that does not depend on the file's. */
    public static Hash of(Settings settings) {
        SettingsDigest digest = new SettingsDigest();
        digest.add("modicum", settings);
        return Hash.ofFile(digest.text.toString().getBytes(UTF_8));
    }

    private void add(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> add(name, present));
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(key.toString(), each));
            // What has fields of its own, such as a protocol, is called by its department, which is no setting's name.
            sorted.forEach((key, each) -> {
                if (each instanceof Record || !Secrets.isSecret(key)) {
                    add(name + "." + Names.quoted(key), each);
                }
            });
        } else if (value instanceof Set<?> set) {
            Set<String> sorted = new TreeSet<>();
            set.forEach(each -> sorted.add(each.toString()));
            sorted.forEach(each -> line(name + "[]", each));
        } else if (value instanceof Collection<?> list) {
            int index = 0;
            for (Object each : list) {
                add(name + "[" + index++ + "]", each);
            }
        } else if (value instanceof Record block) {
            for (RecordComponent component : block.getClass().getRecordComponents()) {
                if (!Secrets.isSecret(component.getName())) {
                    add(name + "." + component.getName(), read(component, block));
                }
            }
        } else if (value instanceof Catalogue catalogue) {
            line(name, catalogue.digest());
        } else {
            line(name, value.toString());
        }
    }

    private void line(String name, String value) {
        text.append(name)
                .append(" = ")
                .append(Secrets.maskUserInfo(value).replace("\n", "\\n"))
                .append('\n');
    }

    private static Object read(RecordComponent component, Record block) {
        try {
            return component.getAccessor().invoke(block);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The setting " + component.getName() + " cannot be read", e);
        }
    }
}
