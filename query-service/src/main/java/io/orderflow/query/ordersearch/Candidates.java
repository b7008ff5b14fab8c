package io.orderflow.query.ordersearch;

import java.util.List;

/**
 * Orders that may be answers, each of which is then looked at.
 *
 * @param orders the orders, each once, at most {@value #MOST}
 * @param complete whether there are no others; if there may be, these are the first in the order asked for
 * @param inOrder whether they come in the order asked for
 * @param certain whether each of them is an answer, so that none needs to be looked at
 */
record Candidates(List<Place> orders, boolean complete, boolean inOrder, boolean certain) {

    /** How many orders are looked at for one question. This is what bounds its time, however many orders there are. */
    static final int MOST = 5_000;
}
