package io.orderflow.cli.importer;

import io.orderflow.client.ApiProblem;
import io.orderflow.client.OrderflowException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs errands side by side. A bounded number is under way at a time; one that has to wait holds no thread, so that others
 * are begun and ended meanwhile.
 */
final class Pipeline {

    private static final int UNDER_WAY_PER_WORKER = 8;

    private final int workers;
    private final Duration patience;

    Pipeline(int workers, Duration patience) {
        this.workers = workers;
        this.patience = patience;
    }

    Result run(List<? extends Errand> errands, Progress progress) {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(workers);
        Run run = new Run(threads, progress, new Patience(patience), new Semaphore(workers * UNDER_WAY_PER_WORKER));
        try {
            for (Errand errand : errands) {
                run.underWay.acquire();
                threads.execute(new Journey(errand, run));
            }
            run.underWay.acquire(workers * UNDER_WAY_PER_WORKER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
            progress.close();
        }
        return new Result(run.done.get(), run.wereThere.get(), List.copyOf(run.failures));
    }

    /**
     * What became of the errands.
     *
     * @param done how many are done
     * @param wereThere how many of these had been begun before
     * @param failures those that could not be done, and why
     */
    record Result(int done, int wereThere, List<String> failures) {}

    private static final class Run {

        private final ScheduledExecutorService threads;
        private final Progress progress;
        private final Patience patience;
        private final Semaphore underWay;
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger wereThere = new AtomicInteger();
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();

        Run(ScheduledExecutorService threads, Progress progress, Patience patience, Semaphore underWay) {
            this.threads = threads;
            this.progress = progress;
            this.patience = patience;
            this.underWay = underWay;
        }
    }

    private static final class Journey implements Runnable {

        private final Errand errand;
        private final Run run;
        private final Backoff backoff = new Backoff();
        private String waitsFor = "not begun";

        Journey(Errand errand, Run run) {
            this.errand = errand;
            this.run = run;
        }

        @Override
        public void run() {
            Step step = run.patience.isOver() ? givenUp() : takeStep();
            if (step instanceof Step.Waiting waiting) {
                waitsFor = waiting.why();
                again();
            } else if (step instanceof Step.Moved) {
                run.patience.moved();
                backoff.reset();
                again();
            } else {
                end(step);
            }
        }

        private Step takeStep() {
            try {
                return errand.next();
            } catch (ApiProblem e) {
                boolean passing = e.status() >= 500 || e.status() == 429 || e.is("CONCURRENT_CHANGE");
                return passing ? new Step.Waiting(e.getMessage()) : new Step.Refused(e.getMessage());
            } catch (OrderflowException e) {
                return new Step.Waiting(e.getMessage());
            } catch (RuntimeException | Error e) {
                // whatever it is, the others go on, and nobody waits for this one for ever
                return new Step.Refused(e.toString());
            }
        }

        private Step givenUp() {
            return new Step.Refused("given up, as nothing has moved for too long: " + waitsFor);
        }

        private void again() {
            run.threads.schedule(this, backoff.nextMillis(), TimeUnit.MILLISECONDS);
        }

        private void end(Step step) {
            if (step instanceof Step.Refused refused) {
                run.failures.add(errand.name() + ": " + refused.reason());
            } else {
                run.patience.moved();
                run.done.incrementAndGet();
                if (step instanceof Step.Done done && done.wasThere()) {
                    run.wereThere.incrementAndGet();
                }
            }
            run.progress.step();
            run.underWay.release();
        }
    }
}
