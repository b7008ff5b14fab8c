package io.orderflow.query.platform.generation;

import io.orderflow.query.platform.deadletter.DeadLetters;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Gives events to a projection, except those that have to wait behind one of their sequence which it could not handle. */
final class ProjectionInvoker implements EventHandlerInvoker {

    /** Set on a unit of work that handles what was parked. */
    static final String IS_RETRY = ProjectionInvoker.class.getName() + ".retry";

    private final EventHandlerInvoker projection;
    private final DeadLetters letters;
    private final Runnable empty;

    /** @param empty deletes all rows of the read model */
    ProjectionInvoker(EventHandlerInvoker projection, DeadLetters letters, Runnable empty) {
        this.projection = projection;
        this.letters = letters;
        this.empty = empty;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return projection.canHandle(event, segment);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return projection.canHandleType(payloadType);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        boolean isRetry = CurrentUnitOfWork.get().getResource(IS_RETRY) != null;
        if (isRetry || !letters.parkBehind(event)) {
            projection.handle(event, segment);
        }
    }

    @Override
    public boolean supportsReset() {
        return projection.supportsReset();
    }

    @Override
    public void performReset() {
        empty.run();
        projection.performReset();
    }

    @Override
    public <R> void performReset(R resetContext) {
        empty.run();
        projection.performReset(resetContext);
    }

    @Override
    public void segmentReleased(Segment segment) {
        projection.segmentReleased(segment);
    }
}
