package io.orderflow.command.order.web;

import io.orderflow.api.order.command.ChangeShippingAddress;
import io.orderflow.command.platform.dispatch.CommandDispatcher;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangeShippingAddressEndpoint {

    private final CommandDispatcher commands;

    ChangeShippingAddressEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    @PutMapping(
            path = OrderAnswer.ORDERS + "/{orderId}/shipping-address",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderAnswer> change(@PathVariable UUID orderId, @RequestBody @Valid AddressRequest request) {
        return OrderAnswer.ok(orderId, commands.dispatch(new ChangeShippingAddress(orderId, request.toAddress())));
    }
}
