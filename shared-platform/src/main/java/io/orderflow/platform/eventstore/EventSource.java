package io.orderflow.platform.eventstore;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** What the streaming processors read. It calls back as soon as events arrive, and its first event has the position 1. */
public interface EventSource extends StreamableMessageSource<TrackedEventMessage<?>> {}
