package io.orderflow.query.projections;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a projection is said to be in a bad way.
 *
 * @param lagAtMost the service is not ready while a read model is farther behind than this
 * @param claimedWithin a replica that has not said for so long that it works for a segment does not
 */
@ConfigurationProperties("orderflow.query.projections")
record ProjectionSettings(@DefaultValue("60s") Duration lagAtMost, @DefaultValue("5s") Duration claimedWithin) {}
