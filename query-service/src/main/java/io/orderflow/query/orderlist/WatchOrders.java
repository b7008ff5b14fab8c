package io.orderflow.query.orderlist;

/**
 * The subscription query behind all live streams of orders: one for each replica of the service, whatever the number of
 * its clients. Has no result of its own, only updates, each an {@link OrderChanged}.
 */
public record WatchOrders() {}
