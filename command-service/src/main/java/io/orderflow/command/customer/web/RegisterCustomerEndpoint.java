package io.orderflow.command.customer.web;

import io.orderflow.api.customer.command.RegisterCustomer;
import io.orderflow.command.platform.dispatch.CommandDispatcher;
import io.orderflow.command.platform.dispatch.IdSource;
import io.orderflow.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RegisterCustomerEndpoint {

    private final CommandDispatcher commands;
    private final IdSource ids;

    RegisterCustomerEndpoint(CommandDispatcher commands, IdSource ids) {
        this.commands = commands;
        this.ids = ids;
    }

    @PostMapping(
            path = CustomerAnswer.CUSTOMERS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CustomerAnswer> register(@RequestBody @Valid Request request) {
        UUID customerId = request.customerId() == null ? ids.next() : request.customerId();
        long version = commands.create(new RegisterCustomer(customerId, request.name(), request.email()));
        return CustomerAnswer.created(customerId, version);
    }

    /**
     * A customer as a channel knows them.
     *
     * @param customerId its id, if the channel chooses it; another customer must not have it
     * @param name the customer's name
     * @param email the customer's e-mail address
     */
    record Request(
            @Nullable UUID customerId,
            @NotNull @PlainText(max = 200) String name,
            @NotNull @Email @PlainText(max = 254, trimmed = true) String email) {}
}
