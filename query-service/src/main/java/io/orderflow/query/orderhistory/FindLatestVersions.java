package io.orderflow.query.orderhistory;

import java.util.Set;
import java.util.UUID;

/**
 * Asks at which version orders are. Answered by a list of {@link LatestVersion}, without the orders that are not known.
 *
 * @param orderIds some hundred orders at most
 */
record FindLatestVersions(Set<UUID> orderIds) {}
