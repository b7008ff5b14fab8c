package io.orderflow.command.fulfilment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the fulfilment process is.
 *
 * @param paymentTimeout how long a payment may stay unanswered before the order is rejected
 */
@ConfigurationProperties("orderflow.fulfilment")
public record FulfilmentSettings(@DefaultValue("30s") Duration paymentTimeout) {}
