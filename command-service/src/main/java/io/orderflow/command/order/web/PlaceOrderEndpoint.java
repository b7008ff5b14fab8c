package io.orderflow.command.order.web;

import io.orderflow.api.order.command.PlaceOrder;
import io.orderflow.command.platform.dispatch.CommandDispatcher;
import io.orderflow.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlaceOrderEndpoint {

    private final CommandDispatcher commands;

    PlaceOrderEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    @PostMapping(
            path = OrderAnswer.ORDERS + "/{orderId}/placement",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderAnswer> place(@PathVariable UUID orderId, @RequestBody @Valid Request request) {
        return OrderAnswer.ok(orderId, commands.dispatch(new PlaceOrder(orderId, request.paymentToken())));
    }

    /**
     * What a caller says to place an order.
     *
     * @param paymentToken what the payment is authorised with
     */
    record Request(@NotNull @PlainText(max = 100) String paymentToken) {}
}
