package io.orderflow.api.projection;

/**
 * What a repair has done.
 *
 * @param stream the aggregate whose part of the read model was made anew
 * @param events of how many events
 */
public record RepairView(String stream, int events) {}
