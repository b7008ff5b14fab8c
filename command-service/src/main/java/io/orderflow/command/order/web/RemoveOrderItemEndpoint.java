package io.orderflow.command.order.web;

import io.orderflow.api.order.command.RemoveOrderItem;
import io.orderflow.command.platform.dispatch.CommandDispatcher;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RemoveOrderItemEndpoint {

    private final CommandDispatcher commands;

    RemoveOrderItemEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    @DeleteMapping(path = OrderAnswer.ORDERS + "/{orderId}/items/{lineId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderAnswer> remove(@PathVariable UUID orderId, @PathVariable UUID lineId) {
        return OrderAnswer.ok(orderId, commands.dispatch(new RemoveOrderItem(orderId, lineId)));
    }
}
