package io.orderflow.query.platform.freshness;

import java.util.Optional;

/** Says which version of an aggregate a read model holds. Each read model whose routes can be waited for has one. */
public interface HeldVersions {

    /** The processing group that fills the read model. */
    String group();

    /**
     * The stream of an aggregate.
     *
     * @param id the aggregate's id as it is in a route
     * @throws IllegalArgumentException if there can be no aggregate of that id
     */
    String streamOf(String id);

    /**
     * The version that the read model shows now, or -1 if it does not know the aggregate.
     *
     * @param id the aggregate's id as it is in a route
     */
    long heldOf(String id);

    /** The id of a stream's aggregate, as it is in a route; empty if the read model's versions are not of such streams. */
    default Optional<String> idOf(String stream) {
        String id = stream.substring(stream.indexOf('-') + 1);
        try {
            return streamOf(id).equals(stream) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
