package io.orderflow.command.platform.repetition;

import io.orderflow.platform.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Short names for long texts: the beginning of their SHA-256. */
public final class Digest {

    private static final int BYTES = 16;

    private Digest() {}

    /** The first 128 bits for a sequence of texts, as 22 letters, digits, {@code -} and {@code _}. */
    public static String of(String... texts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(texts));
    }

    /** The first 128 bits for a sequence of texts. */
    public static byte[] bytes(String... texts) {
        byte[] first = new byte[BYTES];
        sha256(texts).get(first);
        return first;
    }

    /** The first 64 bits for a text. */
    static long number(String text) {
        return sha256(text).getLong();
    }

    private static ByteBuffer sha256(String... texts) {
        MessageDigest digest = Sha256.begin();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            // with its length before it, so that no text can pass for two
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return ByteBuffer.wrap(digest.digest());
    }
}
