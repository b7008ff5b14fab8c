package io.orderflow.command.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.orderflow.api.customer.command.EraseCustomer;
import io.orderflow.api.customer.command.RegisterCustomer;
import io.orderflow.api.customer.command.RenameCustomer;
import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.metadata.MetadataKeys;
import io.orderflow.command.platform.repetition.AnsweredRequests;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides every command about one customer: registered once, renamed at will, erased for good. */
@Aggregate(lockFactory = "aggregateLocks")
class Customer {

    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable String name;
    private boolean erased;

    @AggregateMember
    private final AnsweredRequests answered = new AnsweredRequests();

    private Customer() {}

    @CommandHandlerInterceptor
    @Nullable
    Object answerOnce(CommandMessage<?> command, InterceptorChain handler) throws Exception {
        return answered.answer(command, handler);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(RegisterCustomer command) {
        // an erased customer's id stays taken: its stream would otherwise tell of two people
        if (stream != null) {
            throw new RuleViolated(
                    ErrorCode.CUSTOMER_ALREADY_REGISTERED,
                    "customer %s is registered already".formatted(command.customerId()));
        }
        apply(new CustomerRegistered(command.customerId(), command.name(), command.email()));
        return getVersion();
    }

    @CommandHandler
    long handle(RenameCustomer command, @MetaDataValue(MetadataKeys.IDEMPOTENCY_KEY) @Nullable String key) {
        if (erased) {
            throw new RuleViolated(
                    ErrorCode.CUSTOMER_ERASED, "customer %s has been erased".formatted(command.customerId()));
        }
        if (!command.name().equals(name) || key != null) {
            apply(new CustomerRenamed(command.customerId(), command.name()));
        }
        return getVersion();
    }

    @CommandHandler
    long handle(EraseCustomer command) {
        if (!erased) {
            apply(new CustomerErased(command.customerId()));
        }
        return getVersion();
    }

    @EventSourcingHandler
    void on(CustomerRegistered event) {
        stream = CustomerEvent.streamOf(event.customerId());
        name = event.name();
    }

    @EventSourcingHandler
    void on(CustomerRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void on(CustomerErased event) {
        name = null;
        erased = true;
    }
}
