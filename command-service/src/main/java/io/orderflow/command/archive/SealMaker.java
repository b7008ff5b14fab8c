package io.orderflow.command.archive;

import io.orderflow.platform.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts lines, and makes a checksum of them. */
final class SealMaker {

    private final MessageDigest digest = Sha256.begin();
    private long events;

    void add(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        events++;
    }

    /** Of what was added until now. */
    Seal made() {
        try {
            MessageDigest until = (MessageDigest) digest.clone();
            return new Seal(events, HexFormat.of().formatHex(until.digest()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("that of the platform can be cloned", e);
        }
    }
}
