package io.orderflow.query.platform.axon;

import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SubscriptionQueryMessage;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.axonframework.queryhandling.SubscriptionQueryUpdateMessage;

/**
 * Answers queries of this process itself, and those that others ask by way of Axon Server. Subscription queries of this
 * process stay in it too: a live stream goes on while Axon Server is away, is told of an update after the commit and
 * before anybody else, and hears of what other replicas project from these.
 */
final class SharedQueryBus extends AxonServerQueryBus {

    private final QueryBus local;

    SharedQueryBus(Builder builder, QueryBus local) {
        super(builder);
        this.local = local;
    }

    @Override
    public <Q, I, U>
            SubscriptionQueryResult<QueryResponseMessage<I>, SubscriptionQueryUpdateMessage<U>> subscriptionQuery(
                    SubscriptionQueryMessage<Q, I, U> query, int updateBufferSize) {
        return local.subscriptionQuery(query, updateBufferSize);
    }
}
