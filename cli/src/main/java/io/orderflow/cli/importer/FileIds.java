package io.orderflow.cli.importer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * Ids and keys made of the file's own: the same row has the same ones in every run, so a repetition meets what is there.
 */
final class FileIds {

    private static final String NAMESPACE = "orderflow:import:";
    private static final int LONGEST_LOCAL_PART = 64;

    private FileIds() {}

    static UUID order(String orderId) {
        return named("order:" + orderId);
    }

    static UUID customer(String customerId) {
        return named("customer:" + customerId);
    }

    static UUID line(String orderId, String rowId) {
        return named("line:" + orderId + ":" + rowId);
    }

    /** The file has no addresses; example.com is reserved for such (RFC 2606). */
    static String email(String customerId) {
        String local = customerId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        return local.substring(0, Math.min(local.length(), LONGEST_LOCAL_PART)) + "@example.com";
    }

    static String trackingNumber(String orderId) {
        return "IMPORT-" + orderId;
    }

    /**
     * The key of a command, made of what it says. That is made of lines of the file, not of where they stand: the same
     * lines have it in every run and in every file, and lines that were changed have another one.
     */
    static String key(String command, Object... content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : content) {
                digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return "import-" + command + "-" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes((NAMESPACE + name).getBytes(StandardCharsets.UTF_8));
    }
}
