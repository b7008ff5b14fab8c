package io.orderflow.command.platform.deadline;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/**
 * Tries a failed task again after 1, 2, 4, then every 5 seconds, until it succeeds: what fails here waits for a store
 * that is away.
 *
 * @param <T> the task's data
 */
public final class RetrySoon<T> implements FailureHandler<T> {

    private static final long LONGEST_SECONDS = 5;
    private static final int DOUBLINGS = 3;

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<T> operations) {
        int before = Math.min(failed.getExecution().consecutiveFailures, DOUBLINGS);
        Duration pause = Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << before));
        operations.reschedule(failed, failed.getTimeDone().plus(pause));
    }
}
