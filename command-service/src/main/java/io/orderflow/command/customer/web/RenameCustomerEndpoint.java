package io.orderflow.command.customer.web;

import io.orderflow.api.customer.command.RenameCustomer;
import io.orderflow.command.platform.dispatch.CommandDispatcher;
import io.orderflow.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RenameCustomerEndpoint {

    private final CommandDispatcher commands;

    RenameCustomerEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    @PutMapping(
            path = CustomerAnswer.CUSTOMERS + "/{customerId}/name",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CustomerAnswer> rename(@PathVariable UUID customerId, @RequestBody @Valid Request request) {
        return CustomerAnswer.ok(customerId, commands.dispatch(new RenameCustomer(customerId, request.name())));
    }

    /**
     * What a caller says to rename a customer.
     *
     * @param name the name from now on
     */
    record Request(@NotNull @PlainText(max = 200) String name) {}
}
