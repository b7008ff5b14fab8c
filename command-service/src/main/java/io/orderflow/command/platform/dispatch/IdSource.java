package io.orderflow.command.platform.dispatch;

import java.util.UUID;

/** Where ids come from that no client has chosen. */
@FunctionalInterface
public interface IdSource {

    /** An id that nothing else has, larger than those before it. */
    UUID next();
}
