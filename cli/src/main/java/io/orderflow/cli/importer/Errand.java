package io.orderflow.cli.importer;

/** One thing to get done at the services, in steps that may each be repeated. */
interface Errand {

    /** What it is about, for a list of what went wrong. */
    String name();

    /** Does the next step. May throw what the client throws; the step is then tried again where that can help. */
    Step next();
}
