package io.orderflow.command.payment.gateway;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.orderflow.command.platform.deadline.RetrySoon;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The simulated gateway's late answer, as a scheduled task: it comes even when the service restarts meanwhile. */
@Configuration(proxyBeanMethods = false)
class LateApproval {

    @Bean
    OneTimeTask<Void> lateApprovalTask(PaymentAnswers answers) {
        return Tasks.oneTime("simulated-late-approval", Void.class)
                .onFailure(new RetrySoon<>())
                .execute((task, context) -> answers.approved(UUID.fromString(task.getId())));
    }
}
