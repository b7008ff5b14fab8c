package io.orderflow.platform.axon;

import java.util.Optional;

/** Knows more about some event processors than that they run: readiness asks it. */
@FunctionalInterface
public interface ProcessorComplaints {

    /** What is wrong with a processor, in a few words; empty if nothing is, or it is not known here. */
    Optional<String> about(String processor);
}
