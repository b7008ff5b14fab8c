package io.orderflow.query.platform.freshness;

import org.axonframework.eventhandling.EventMessage;

/** Is told, in the process that projects, of each event that a read model shows from now on. */
public interface ProjectionListener {

    /** The processing group whose events it wants. */
    String group();

    /** An event has been projected and committed. Run on the processor's thread, so it must return at once. */
    void projected(EventMessage<?> event);
}
