package io.orderflow.system.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many callers at once. */
final class Callers {

    private Callers() {}

    /**
     * Makes so many calls, so many of them at a time, and gives what they gave, in their order.
     *
     * @param meanwhile done when half of the calls are handed over
     */
    static <T> List<T> callAtOnce(int calls, int parallel, IntFunction<T> call, Runnable meanwhile) {
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int number = 0; number < calls; number++) {
                int it = number;
                if (it == calls / 2) {
                    awaitSome(running);
                    meanwhile.run();
                }
                running.add(threads.submit((Callable<T>) () -> call.apply(it)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().toString(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> void awaitSome(List<Future<T>> running) {
        if (running.isEmpty()) {
            return;
        }
        try {
            running.get(running.size() / 2).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().toString(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
