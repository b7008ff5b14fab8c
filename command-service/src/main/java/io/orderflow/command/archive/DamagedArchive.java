package io.orderflow.command.archive;

import java.io.Serial;

/** A file of events is not what it was when it was written. */
final class DamagedArchive extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    DamagedArchive(String message) {
        super(message);
    }
}
