package io.orderflow.command.platform.heldback;

import org.axonframework.common.ExceptionUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Has a process go on without an event that cannot be read, or that breaks its code. Everything else may pass, and is tried
 * again for as long as it takes.
 */
final class HoldBackPoison implements MessageHandlerInterceptor<EventMessage<?>>, ListenerInvocationErrorHandler {

    private final String process;
    private final HeldBackEvents heldBack;

    HoldBackPoison(String process, HeldBackEvents heldBack) {
        this.process = process;
        this.heldBack = heldBack;
    }

    /** A saga is looked for by what is in the event: one that cannot be read fails before there is any handler. */
    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            unitOfWork.getMessage().getPayload();
        } catch (SerializationException e) {
            heldBack.add(process, unitOfWork.getMessage(), e);
            return null;
        }
        return chain.proceed();
    }

    @Override
    public void onError(Exception failure, EventMessage<?> event, EventMessageHandler handler) throws Exception {
        if (!isPoison(failure)) {
            throw failure;
        }
        heldBack.add(process, event, failure);
    }

    private static boolean isPoison(Exception failure) {
        return failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || ExceptionUtils.findException(failure, SerializationException.class)
                        .isPresent();
    }
}
