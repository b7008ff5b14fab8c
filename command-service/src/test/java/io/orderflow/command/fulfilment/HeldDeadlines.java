package io.orderflow.command.fulfilment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.Registration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines that pass when a test says so. Like the real ones they are kept with the transaction, and one that is taken
 * back may be on its way already.
 */
final class HeldDeadlines implements DeadlineManager {

    record Held(String id, String name, Object payload, ScopeDescriptor scope) {}

    /** Those that will pass. */
    final List<Held> scheduled = new ArrayList<>();
    /** Those that have passed, or were taken back; they may pass (again) all the same. */
    final List<Held> over = new ArrayList<>();

    private int ids;

    void clear() {
        scheduled.clear();
        over.clear();
    }

    void passed(Held deadline) {
        if (scheduled.remove(deadline)) {
            over.add(deadline);
        }
    }

    @Override
    public String schedule(Instant at, String name, @Nullable Object payload, ScopeDescriptor scope) {
        if (payload == null) {
            throw new IllegalArgumentException("a deadline says whom it is about");
        }
        Held held = new Held(name + "-" + ids++, name, payload, scope);
        CurrentUnitOfWork.get().onCommit(unitOfWork -> scheduled.add(held));
        return held.id();
    }

    @Override
    public void cancelSchedule(String name, String id) {
        CurrentUnitOfWork.get().onCommit(unitOfWork -> List.copyOf(scheduled).stream()
                .filter(held -> held.id().equals(id))
                .forEach(this::passed));
    }

    @Override
    public void cancelAll(String name) {
        throw new UnsupportedOperationException("each deadline is cancelled by its id");
    }

    @Override
    public void cancelAllWithinScope(String name, ScopeDescriptor scope) {
        throw new UnsupportedOperationException("each deadline is cancelled by its id");
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super DeadlineMessage<?>> interceptor) {
        throw new UnsupportedOperationException("nothing is intercepted");
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super DeadlineMessage<?>> interceptor) {
        throw new UnsupportedOperationException("nothing is intercepted");
    }
}
