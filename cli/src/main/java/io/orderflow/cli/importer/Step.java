package io.orderflow.cli.importer;

/** How far an {@link Errand} has come. */
sealed interface Step {

    /** Not at its end, and something has happened. */
    record Moved() implements Step {}

    /**
     * Not at its end, and nothing has happened yet.
     *
     * @param why what it waits for
     */
    record Waiting(String why) implements Step {}

    /**
     * At its end.
     *
     * @param wasThere whether a former run, or somebody else, had begun it
     */
    record Done(boolean wasThere) implements Step {}

    /**
     * Cannot be done.
     *
     * @param reason why, for a person
     */
    record Refused(String reason) implements Step {}
}
