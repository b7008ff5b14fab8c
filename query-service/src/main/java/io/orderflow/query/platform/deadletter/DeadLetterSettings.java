package io.orderflow.query.platform.deadletter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How dead letters are kept.
 *
 * @param sequences how many sequences, orders for instance, a projection may have letters of; with one more it stops
 * @param sequenceSize how many letters a sequence may have; with one more the projection stops
 * @param attempts how often an event is handled before it waits for somebody to look at it
 * @param firstPause how long after the first failure it is tried again; twice as long after each further one
 */
@ConfigurationProperties("orderflow.query.dead-letters")
record DeadLetterSettings(
        @DefaultValue("1024") int sequences,
        @DefaultValue("1024") int sequenceSize,
        @DefaultValue("6") int attempts,
        @DefaultValue("5s") Duration firstPause) {}
