package org.modicum.pipeline.settings;

import java.util.List;
import java.util.Optional;

/**
 * Where the tables are.
 *
 * @param catalog the kind of Iceberg catalogue, {@code jdbc} or {@code rest}
 * @param uri where the catalogue is, for instance {@code jdbc:sqlite:/srv/modicum/var/catalogue.db}
 * @param warehouse an absolute folder or a URI, under which the tables' files are
 * @param user for a catalogue that asks who is there
 * @param password likewise
 * @param s3 how a warehouse in a bucket is reached
 */
public record StoreSettings(
        String catalog, String uri, String warehouse, Optional<String> user, Optional<String> password, S3Settings s3) {

    private static final String SQLITE = "jdbc:sqlite:";

    /** Without the password, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "StoreSettings[catalog=" + catalog + ", uri=" + Secrets.maskUserInfo(uri) + ", warehouse="
                + Secrets.maskUserInfo(warehouse) + "]";
    }

    static StoreSettings read(Section section) {
        StoreSettings store = new StoreSettings(
                section.required("catalog")
                        .flatMap(setting -> setting.oneOf(List.of("jdbc", "rest")))
                        .orElse(""),
                section.required("uri").flatMap(StoreSettings::uri).orElse(""),
                section.required("warehouse").flatMap(Setting::location).orElse(""),
                section.optional("user").flatMap(Setting::text),
                section.optional("password").flatMap(Setting::text),
                section.required("s3")
                        .flatMap(Setting::section)
                        .map(S3Settings::read)
                        .orElse(S3Settings.DEFAULT));
        section.noOtherKeys();
        return store;
    }

    /** SQLite's URI holds a path, which like every path is relative to the file that names it. */
    private static Optional<String> uri(Setting setting) {
        return setting.text()
                .map(text -> text.startsWith(SQLITE)
                        ? SQLITE
                                + setting.place()
                                        .base()
                                        .resolve(text.substring(SQLITE.length()))
                                        .normalize()
                        : text);
    }
}
