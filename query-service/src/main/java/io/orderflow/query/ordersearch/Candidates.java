package io.orderflow.query.ordersearch;

import java.util.Collection;
import java.util.UUID;

/**
 * Orders that may be answers, each of which is then looked at.
 *
 * @param orderIds the orders, at most {@value #MOST}
 * @param complete whether there are no others; if there may be, these are the first in the order asked for
 */
record Candidates(Collection<UUID> orderIds, boolean complete) {

    /** How many orders are looked at for one question. This is what bounds its time, however many orders there are. */
    static final int MOST = 5_000;
}
