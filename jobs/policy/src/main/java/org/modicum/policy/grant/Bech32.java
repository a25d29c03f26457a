package org.modicum.policy.grant;

/** The checksum of BIP 173, so that a mistyped recipient is noticed before anybody signs. */
final class Bech32 {
    private static final String LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};

    private Bech32() {}

    /** @param text the prefix, 1, and letters of Bech32 alone */
    static boolean hasChecksum(String prefix, String text) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        for (int i = prefix.length() + 1; i < text.length(); i++) {
            sum = step(sum, LETTERS.indexOf(text.charAt(i)));
        }
        return sum == 1;
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int bit = 0; bit < GENERATOR.length; bit++) {
            if ((top >> bit & 1) == 1) {
                next ^= GENERATOR[bit];
            }
        }
        return next;
    }
}
