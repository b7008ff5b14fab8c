package io.orderflow.command.platform.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets nothing be written of a command that was called back while it was being decided. */
final class RevocationInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (unitOfWork.getMessage() instanceof RevocableCommand<?> command) {
            // registered before the handler publishes events, and so run before they are appended
            unitOfWork.onPrepareCommit(deciding -> command.begin());
        }
        return chain.proceed();
    }
}
