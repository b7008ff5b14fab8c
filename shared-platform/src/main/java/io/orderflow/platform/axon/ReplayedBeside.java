package io.orderflow.platform.axon;

import java.util.Optional;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** A processor that goes on while another one, beside it, handles all events anew. */
public interface ReplayedBeside {

    /** The other one, while it has not taken this one's place. */
    Optional<StreamingEventProcessor> replay();
}
