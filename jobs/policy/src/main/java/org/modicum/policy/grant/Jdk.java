package org.modicum.policy.grant;

/** CVE-2022-21449: Java 15 to 18 before the patches of April 2022 took an empty signature for anybody's. */
final class Jdk {
    private static final Runtime.Version MENDED_17 = Runtime.Version.parse("17.0.3");
    private static final Runtime.Version MENDED_18 = Runtime.Version.parse("18.0.1");
    private static final int BROKEN_18 = 18;

    private Jdk() {}

    static boolean isMended(Runtime.Version java) {
        if (java.feature() == BROKEN_18) {
            return java.compareToIgnoreOptional(MENDED_18) >= 0;
        }
        return java.compareToIgnoreOptional(MENDED_17) >= 0;
    }
}
