package org.modicum.pipeline.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** A group's folder: readable, safe on every file system, and different for different groups. */
public final class FolderName {
    private static final int LONGEST = 60;

    private FolderName() {}

    public static String of(String group) {
        String plain = Normalizer.normalize(group, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (!plain.isEmpty()
                && plain.length() <= LONGEST
                && plain.replace("-", " ").equals(group.toLowerCase(Locale.ROOT))) {
            return plain;
        }
        // Something was lost: a few digits of the name's digest keep two such groups apart.
        return plain.substring(0, Math.min(plain.length(), LONGEST)) + "-" + digest(group);
    }

    private static String digest(String group) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(group.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
