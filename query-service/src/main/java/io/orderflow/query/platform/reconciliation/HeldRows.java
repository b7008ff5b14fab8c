package io.orderflow.query.platform.reconciliation;

import org.jspecify.annotations.Nullable;

/** Lets go of what a read model holds of one aggregate. Each read model has one. */
public interface HeldRows {

    /** The processing group that fills the read model. */
    String group();

    /** Whether there may be rows that follow a stream, and can be forgotten by its name. */
    boolean isOf(String stream);

    /**
     * Deletes what follows a stream, and whatever follows others but is kept with it, as if none of their events had come.
     * Sums are right afterwards even if they, or the rows, were wrong before. Called in a transaction on the read model's
     * tables, of which nothing has been loaded in it.
     *
     * @param first the first event of the stream, by which sums find where it is counted; null if it has none: sums stay then
     */
    void forget(String stream, @Nullable Object first);
}
