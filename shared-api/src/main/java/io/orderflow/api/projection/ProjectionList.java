package io.orderflow.api.projection;

import java.util.List;

/**
 * All projections.
 *
 * @param items each projection, by name
 */
public record ProjectionList(List<ProjectionView> items) {}
