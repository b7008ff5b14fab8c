package io.orderflow.query.platform.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the read models are compared with the event store.
 *
 * @param every how often; events are compared from this age on
 * @param anew after how long all events are compared again, from the first on
 */
@ConfigurationProperties("orderflow.query.reconciliation")
record ReconciliationSettings(@DefaultValue("10s") Duration every, @DefaultValue("24h") Duration anew) {}
