package io.orderflow.command.platform.deadline;

import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels a deadline that has not begun, and leaves one alone that has. Axon's own lets the cancellation fail, and with it
 * the step that cancels, until the deadline is handled: after a kill in the middle of one that blocks the process of every
 * order in the segment. A handler finds out by itself that it came too late.
 */
final class UnhurriedDeadlineManager extends DbSchedulerDeadlineManager {

    private static final Logger log = LoggerFactory.getLogger(UnhurriedDeadlineManager.class);

    UnhurriedDeadlineManager(Builder builder) {
        super(builder);
    }

    @Override
    protected void runOnPrepareCommitOrNow(Runnable deadlineCall) {
        super.runOnPrepareCommitOrNow(() -> {
            try {
                deadlineCall.run();
            } catch (TaskInstanceCurrentlyExecutingException e) {
                log.debug("a deadline is being handled and cannot be cancelled any more", e);
            }
        });
    }
}
