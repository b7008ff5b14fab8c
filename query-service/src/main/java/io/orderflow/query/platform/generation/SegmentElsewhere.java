package io.orderflow.query.platform.generation;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** This replica cannot change a part of a read model now: another one does, or nobody. */
public final class SegmentElsewhere extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable String owner;

    SegmentElsewhere(String message, @Nullable String owner, @Nullable Throwable cause) {
        super(message, cause);
        this.owner = owner;
    }

    /** The replica that can; empty if the read model stands still, or is just passed on. */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }
}
