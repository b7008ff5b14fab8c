package io.orderflow.command.platform.dispatch;

import io.orderflow.api.customer.command.CustomerCommand;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.Refusal;
import io.orderflow.api.order.command.OrderCommand;
import io.orderflow.api.payment.command.PaymentCommand;
import io.orderflow.api.stock.command.StockCommand;
import io.orderflow.platform.problem.ProblemException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Says what a command's failure means to its caller. */
final class CommandFailures {

    private CommandFailures() {}

    static RuntimeException of(Object command, Throwable failure) {
        if (failure instanceof CommandExecutionException e && e.getDetails().orElse(null) instanceof Refusal refusal) {
            return new ProblemException(refusal);
        }
        if (failure instanceof AggregateNotFoundException) {
            return notFound(command);
        }
        if (failure instanceof LockAcquisitionFailedException) {
            return new ProblemException(
                    ErrorCode.OVERLOADED, "Too many commands about the same thing wait; nothing was changed");
        }
        if (failure instanceof NoHandlerForCommandException) {
            return new ProblemException(
                    ErrorCode.NO_HANDLER,
                    "There is no handler for " + command.getClass().getSimpleName());
        }
        if (failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException) {
            return new ProblemException(
                    ErrorCode.CONCURRENT_CHANGE, "The command lost the race again and again; nothing was changed");
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
    }

    private static ProblemException notFound(Object command) {
        if (command instanceof OrderCommand order) {
            return new ProblemException(ErrorCode.ORDER_NOT_FOUND, "There is no order " + order.orderId());
        }
        if (command instanceof StockCommand) {
            return new ProblemException(ErrorCode.STOCK_NOT_FOUND, "No stock of this SKU is registered");
        }
        if (command instanceof CustomerCommand customer) {
            return new ProblemException(ErrorCode.CUSTOMER_NOT_FOUND, "There is no customer " + customer.customerId());
        }
        if (command instanceof PaymentCommand payment) {
            return new ProblemException(ErrorCode.PAYMENT_NOT_FOUND, "There is no payment " + payment.paymentId());
        }
        return new ProblemException(ErrorCode.NOT_FOUND, "There is nothing with this id");
    }
}
