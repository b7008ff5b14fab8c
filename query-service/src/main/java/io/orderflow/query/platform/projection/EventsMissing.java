package io.orderflow.query.platform.projection;

import java.io.Serial;

/**
 * A projection was handed an event before one that precedes it in its stream. The row stays as it is: showing an order
 * from which an event is missing would be a lie that nothing repairs later.
 */
public final class EventsMissing extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param stream the stream in which events are missing
     * @param held the sequence number of the last event seen
     * @param sequence the sequence number of the event that came
     */
    public EventsMissing(String stream, long held, long sequence) {
        super("event " + sequence + " of " + stream + " came after event " + held);
    }
}
