package io.orderflow.query.platform.generation;

import io.orderflow.query.platform.deadletter.DiscardedEvents;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/** Transactions on the tables of one generation. */
final class GenerationTransactions implements TransactionManager {

    private final TransactionManager transactions;
    private final Generation generation;
    private final LiveGenerations generations;
    private final String path;
    private final DiscardedEvents discarded;

    GenerationTransactions(
            TransactionManager transactions,
            Generation generation,
            LiveGenerations generations,
            String path,
            DiscardedEvents discarded) {
        this.transactions = transactions;
        this.generation = generation;
        this.generations = generations;
        this.path = path;
        this.discarded = discarded;
    }

    @Override
    public Transaction startTransaction() {
        Runnable leave = GenerationScope.enter(generation, generations, path, discarded);
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
}
