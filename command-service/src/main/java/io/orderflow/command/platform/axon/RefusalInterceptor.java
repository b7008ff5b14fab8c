package io.orderflow.command.platform.axon;

import io.orderflow.api.error.RuleViolated;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Turns what an aggregate throws into an exception whose details carry the refusal: the details cross to another
 * process, an exception's class does not.
 */
final class RefusalInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (RuleViolated refused) {
            throw new CommandExecutionException(refused.getMessage(), null, refused.refusal());
        }
    }
}
