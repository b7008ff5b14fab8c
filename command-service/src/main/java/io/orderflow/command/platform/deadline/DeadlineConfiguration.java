package io.orderflow.command.platform.deadline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerHumanReadableDeadlineDetails;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Deadlines that survive a restart: rows of the process store, written with the saga that set them. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    private static final Duration POLLING = Duration.ofMillis(500);
    private static final int THREADS = 4;
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

    /** Axon's task, tried again soon when it fails: by default five minutes would pass. */
    @Bean
    Task<?> deadlineTask(ObjectProvider<DbSchedulerDeadlineManager> deadlineManager) {
        return retried((OneTimeTask<DbSchedulerHumanReadableDeadlineDetails>)
                DbSchedulerDeadlineManager.humanReadableTask(deadlineManager::getObject));
    }

    private static <T> Task<T> retried(OneTimeTask<T> task) {
        return new Tasks.OneTimeTaskBuilder<>(task.getName(), task.getDataClass())
                .onFailure(new RetrySoon<>())
                .execute(task::executeOnce);
    }

    /** Over a transaction-aware data source: a deadline set by a step that is rolled back must not fire. */
    @Bean(destroyMethod = "") // the deadline manager stops it
    Scheduler scheduler(DataSource processDataSource, List<Task<?>> tasks) {
        return Scheduler.create(new TransactionAwareDataSourceProxy(processDataSource), List.copyOf(tasks))
                .serializer(new JsonTaskSerializer())
                .threads(THREADS)
                .pollingInterval(POLLING)
                // a deadline that was being handled when the process was killed is taken up again after these
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                // by default half an hour
                .shutdownMaxWait(LONGEST_STOP)
                .build();
    }

    @Bean
    DeadlineManager deadlineManager(
            Scheduler scheduler,
            Serializer serializer,
            TransactionManager axonTransactionManager,
            org.axonframework.config.Configuration configuration) {
        return new UnhurriedDeadlineManager(DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler)
                .scopeAwareProvider(configuration.scopeAwareProvider())
                .serializer(serializer)
                .transactionManager(axonTransactionManager)
                .useBinaryPojo(false));
    }
}
