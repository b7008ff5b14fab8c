package io.orderflow.query.platform.freshness;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The other replicas of this service, with which it shares the segments of its projections. */
interface OtherReplicas {

    /** Tells them of an event that a read model shows from now on. Never blocks, and may be lost. */
    void projected(String group, Instant recordedAt, String stream, long version);

    /**
     * The global index up to which all replicas together have read everything for a read model, or a little less; empty if
     * that is not known.
     *
     * @param here up to which this one has read, if it has all segments
     */
    OptionalLong position(String group, OptionalLong here);

    /** When the event was recorded that another replica has projected last, as far as it has been heard of here. */
    Optional<Instant> lastProjected(String group);
}
