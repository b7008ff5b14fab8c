package io.orderflow.api.order.command;

/**
 * What it takes to place an order.
 *
 * @param paymentToken a reference the payment gateway gave the channel; never card data
 */
public record Placement(String paymentToken) {}
