package io.orderflow.command.platform.dispatch;

import java.util.UUID;

/** Where ids come from that no client has chosen. */
@FunctionalInterface
public interface IdSource {

    /** An id that nothing else has, unless the present request is repeated with its key: then it gets the same ids. */
    UUID next();
}
