package org.modicum.pipeline.settings;

import java.util.Optional;

/**
 * Where the tables are.
 *
 * @param catalog the kind of Iceberg catalogue, {@code jdbc} or {@code rest}
 * @param uri where the catalogue is, for instance {@code jdbc:sqlite:/srv/modicum/var/catalogue.db}
 * @param warehouse an absolute folder or a URI, under which the tables' files are
 * @param user for a catalogue that asks who is there
 * @param password likewise
 */
public record StoreSettings(
        String catalog, String uri, String warehouse, Optional<String> user, Optional<String> password) {

    /** Without the password, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "StoreSettings[catalog=" + catalog + ", uri=" + Secrets.maskUserInfo(uri) + ", warehouse="
                + Secrets.maskUserInfo(warehouse) + "]";
    }
}
