package org.modicum.pipeline.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A site's folder for tests: a complete one, in which each test writes what it is about. */
record Site(Path folder) {

    static final String SITES = "sites { facebook.page = [facebook.com], linkedin.page = [linkedin.com],"
            + " youtube.page = [youtube.com] }";

    static Site in(Path folder) {
        Site site = new Site(folder);
        site.write("staff.csv", "username,department,faculty,line_manager,roles,from,to");
        site.write("sites.conf", SITES);
        site.write("protocols/nothing-set.conf", "# department = Registry");
        return site.settings("");
    }

    /** Writes the block {@code modicum} of the site's file. */
    Site settings(String inside) {
        return write("modicum.conf", "modicum {\n" + inside + "\n}\n");
    }

    Site write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return folder.resolve("modicum.conf");
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    ResolvedSettings resolve() {
        return SettingsReader.resolve(file(), Map.of(), new Properties());
    }

    /** The settings; fails the test, with the problems, when there is one. */
    Settings read() {
        ResolvedSettings resolved = resolve();
        return resolved.settings().orElseThrow(() -> new SettingsException(resolved.problems()));
    }

    /** The problems as they are printed, files by their names in the site's folder. */
    String problems() {
        return String.join(
                "\n",
                resolve().problems().stream()
                        .map(problem -> problem.toString().replace(folder + "/", ""))
                        .toList());
    }
}
