package io.orderflow.command.archive;

import java.io.Serial;

/** A file of events is not what it was when it was written, or a store not what was put into it. */
final class ArchiveMismatch extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    ArchiveMismatch(String message) {
        super(message);
    }
}
