package io.orderflow.benchmarks;

/** Where the services keep what they keep. */
public enum Mode {
    /** H2 files in a folder. */
    H2,
    /** A PostgreSQL server of the run's own. */
    POSTGRES
}
