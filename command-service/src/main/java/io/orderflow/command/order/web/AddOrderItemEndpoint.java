package io.orderflow.command.order.web;

import io.orderflow.api.order.command.AddOrderItem;
import io.orderflow.command.platform.dispatch.CommandDispatcher;
import io.orderflow.command.platform.dispatch.IdSource;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AddOrderItemEndpoint {

    private final CommandDispatcher commands;
    private final IdSource ids;

    AddOrderItemEndpoint(CommandDispatcher commands, IdSource ids) {
        this.commands = commands;
        this.ids = ids;
    }

    @PostMapping(
            path = OrderAnswer.ORDERS + "/{orderId}/items",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderAnswer> add(@PathVariable UUID orderId, @RequestBody @Valid ItemRequest request) {
        return OrderAnswer.ok(orderId, commands.dispatch(new AddOrderItem(orderId, request.toLine(ids))));
    }
}
