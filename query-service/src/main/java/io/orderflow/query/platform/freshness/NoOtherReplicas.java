package io.orderflow.query.platform.freshness;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** This replica is the only one there can be; what it does not read now, as while it is paused, its tokens tell of. */
final class NoOtherReplicas implements OtherReplicas {

    private final SharedPositions positions;

    NoOtherReplicas(SharedPositions positions) {
        this.positions = positions;
    }

    @Override
    public void projected(String group, Instant recordedAt, String stream, long version) {
        // nobody to tell
    }

    @Override
    public OptionalLong position(String group, OptionalLong here) {
        return here.isPresent() ? here : positions.position(group);
    }

    @Override
    public Optional<Instant> lastProjected(String group) {
        return Optional.empty();
    }
}
