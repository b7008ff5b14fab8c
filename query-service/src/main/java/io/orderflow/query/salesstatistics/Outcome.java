package io.orderflow.query.salesstatistics;

/** What has become of a placed order, as far as sales go. */
enum Outcome {
    /** It stands; its units and amounts count. */
    SOLD,
    CANCELLED,
    REJECTED
}
