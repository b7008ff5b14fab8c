package io.orderflow.query.platform.generation;

import io.orderflow.query.platform.deadletter.DiscardedEvents;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/** Transactions on the tables of one generation. */
final class GenerationTransactions implements TransactionManager {

    private final TransactionManager transactions;
    private final Generation generation;
    private final LiveGenerations generations;
    private final String path;
    private final DiscardedEvents discarded;
    private final BuildingPermits permits;

    GenerationTransactions(
            TransactionManager transactions,
            Generation generation,
            LiveGenerations generations,
            String path,
            DiscardedEvents discarded,
            BuildingPermits permits) {
        this.transactions = transactions;
        this.generation = generation;
        this.generations = generations;
        this.path = path;
        this.discarded = discarded;
        this.permits = permits;
    }

    @Override
    public Transaction startTransaction() {
        boolean isOutermost = GenerationScope.current() == null;
        Runnable leave =
                enter(isOutermost && BuildingPermits.areForThisThread() && !generations.isOrWasLive(generation));
        try {
            Transaction transaction = transactions.startTransaction();
            return new Transaction() {
                @Override
                public void commit() {
                    end(transaction::commit);
                }

                @Override
                public void rollback() {
                    end(transaction::rollback);
                }

                private void end(Runnable how) {
                    try {
                        how.run();
                    } finally {
                        leave.run();
                    }
                }
            };
        } catch (RuntimeException e) {
            leave.run();
            throw e;
        }
    }

    private Runnable enter(boolean building) {
        int taken = building ? permits.take() : 0;
        Runnable leave = GenerationScope.enter(generation, generations, path, discarded);
        AtomicBoolean left = new AtomicBoolean(); // a commit that fails is followed by a rollback
        return () -> {
            if (left.compareAndSet(false, true)) {
                leave.run();
                permits.giveBack(taken);
            }
        };
    }
}
