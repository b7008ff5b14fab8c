package io.orderflow.command.platform.dispatch;

import io.orderflow.api.customer.command.CustomerCommand;
import io.orderflow.api.order.command.OrderCommand;
import io.orderflow.api.payment.command.PaymentCommand;
import io.orderflow.api.stock.command.StockCommand;
import java.util.Optional;

/** What a command is about. */
final class CommandSubject {

    private CommandSubject() {}

    /** The event stream of it. */
    static Optional<String> stream(Object command) {
        if (command instanceof OrderCommand order) {
            return Optional.of(order.stream());
        }
        if (command instanceof StockCommand stock) {
            return Optional.of(stock.stream());
        }
        if (command instanceof CustomerCommand customer) {
            return Optional.of(customer.stream());
        }
        return command instanceof PaymentCommand payment ? Optional.of(payment.stream()) : Optional.empty();
    }
}
