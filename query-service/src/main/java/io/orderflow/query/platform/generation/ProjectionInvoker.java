package io.orderflow.query.platform.generation;

import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.payment.event.PaymentAuthorised;
import io.orderflow.api.stock.event.StockRegistered;
import io.orderflow.platform.eventstore.UnknownEvent;
import io.orderflow.query.platform.deadletter.DeadLetters;
import io.orderflow.query.platform.projection.StreamSequencing;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Gives events to a projection, except those that have to wait behind one of their sequence which it could not handle. */
final class ProjectionInvoker implements EventHandlerInvoker {

    /** Set on a unit of work that handles what was parked. */
    static final String IS_RETRY = ProjectionInvoker.class.getName() + ".retry";

    /** Set on a unit of work that handles what was handled before: is run before its first event. */
    static final String FORGET = ProjectionInvoker.class.getName() + ".forget";

    /** By how the names of streams begin, an event of theirs: who wants it follows them. */
    private static final Map<String, Class<?>> STREAMS = Map.of(
            "order", OrderCreated.class,
            "payment", PaymentAuthorised.class,
            "stock", StockRegistered.class,
            "customer", CustomerRegistered.class);

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
        return UnknownEvent.is(event) ? follows(event, segment) : projection.canHandle(event, segment);
    }

    /** What cannot be read is not passed over by those who would perhaps have to know it. */
    private boolean follows(EventMessage<?> event, Segment segment) {
        if (!(event instanceof DomainEventMessage<?> known)) {
            return false;
        }
        String stream = known.getAggregateIdentifier();
        Class<?> type = STREAMS.get(stream.substring(0, Math.max(0, stream.indexOf('-'))));
        return type != null && canHandleType(type) && segment.matches(StreamSequencing.ofStream(stream));
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return projection.canHandleType(payloadType);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        if (batch.resources().remove(FORGET) instanceof Runnable forget) {
            forget.run();
        }
        boolean isRetry = batch.getResource(IS_RETRY) != null;
        if (letters.isDiscarded(event)) {
            return;
        }
        if (isRetry || !letters.parkBehind(event)) {
            UnknownEvent.refuse(event);
            projection.handle(event, segment);
        }
    }

    @Override
    public boolean supportsReset() {
        return projection.supportsReset();
    }

    @Override
    public void performReset() {
        letters.clear();
        empty.run();
        projection.performReset();
    }

    @Override
    public <R> void performReset(R resetContext) {
        letters.clear();
        empty.run();
        projection.performReset(resetContext);
    }

    @Override
    public void segmentReleased(Segment segment) {
        projection.segmentReleased(segment);
    }
}
