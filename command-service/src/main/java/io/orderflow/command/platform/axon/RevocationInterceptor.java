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
            command.decide();
            // registered before the handler publishes events, and so run before they are appended
            unitOfWork.onPrepareCommit(decided -> command.beginWriting());
            unitOfWork.onRollback(failed -> {
                // nothing was written, and it may be decided again
                if (LostRace.is(failed.getExecutionResult().getExceptionResult())) {
                    command.decide();
                }
            });
        }
        return chain.proceed();
    }
}
