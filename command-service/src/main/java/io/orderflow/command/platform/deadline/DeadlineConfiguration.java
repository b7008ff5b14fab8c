package io.orderflow.command.platform.deadline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
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

    @Bean
    Task<?> deadlineTask(ObjectProvider<DbSchedulerDeadlineManager> deadlineManager) {
        return DbSchedulerDeadlineManager.humanReadableTask(deadlineManager::getObject);
    }

    /** Over a transaction-aware data source: a deadline set by a step that is rolled back must not fire. */
    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource processDataSource, List<Task<?>> tasks) {
        return Scheduler.create(new TransactionAwareDataSourceProxy(processDataSource), List.copyOf(tasks))
                .serializer(new JsonTaskSerializer())
                .threads(THREADS)
                .pollingInterval(POLLING)
                .build();
    }

    @Bean
    DeadlineManager deadlineManager(
            Scheduler scheduler,
            Serializer serializer,
            TransactionManager axonTransactionManager,
            org.axonframework.config.Configuration configuration) {
        return DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler)
                .scopeAwareProvider(configuration.scopeAwareProvider())
                .serializer(serializer)
                .transactionManager(axonTransactionManager)
                .useBinaryPojo(false)
                .build();
    }
}
