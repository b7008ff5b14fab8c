package io.orderflow.command.platform.outcome.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orderflow.command.platform.dispatch.Caller;
import io.orderflow.command.platform.outcome.CommandOutcome;
import io.orderflow.command.platform.outcome.CommandOutcomes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CommandOutcomeEndpoint {

    private final CommandOutcomes outcomes;

    CommandOutcomeEndpoint(CommandOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @GetMapping(path = "/api/v1/commands/{commandId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> find(@PathVariable UUID commandId, HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Answer(commandId, outcomes.of(commandId, Caller.of(request))));
    }

    /**
     * What became of a command, and of which.
     *
     * @param commandId the command
     * @param outcome what became of it
     */
    record Answer(UUID commandId, @JsonUnwrapped CommandOutcome outcome) {}
}
