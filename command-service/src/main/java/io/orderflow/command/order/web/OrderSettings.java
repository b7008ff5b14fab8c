package io.orderflow.command.order.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for new orders.
 *
 * @param expiry how long an order stays open for edits before it is called off
 */
@ConfigurationProperties("orderflow.order")
record OrderSettings(@DefaultValue("24h") Duration expiry) {}
