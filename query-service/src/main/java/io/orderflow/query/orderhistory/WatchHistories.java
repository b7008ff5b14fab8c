package io.orderflow.query.orderhistory;

/**
 * The subscription query behind all live streams of single orders: one for each replica of the service, whatever the number
 * of its clients. Has no result of its own, only updates, each a {@link HistoryGrown}.
 */
public record WatchHistories() {}
