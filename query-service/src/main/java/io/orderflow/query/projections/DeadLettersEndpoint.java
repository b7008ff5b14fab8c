package io.orderflow.query.projections;

import io.orderflow.api.projection.DeadLetterDetails;
import io.orderflow.api.projection.DeadLetterPage;
import io.orderflow.api.projection.DeadLetterRetry;
import io.orderflow.api.projection.DiscardedLetter;
import io.orderflow.query.platform.paging.Paging;
import io.orderflow.query.platform.paging.RequestParameters;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /projections/{name}/dead-letters}: what a projection could not handle, and what is to become of it. */
@RestController
@RequestMapping(path = "/api/v1/projections/{name}/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
class DeadLettersEndpoint {

    private static final int LONGEST_REASON = 500;
    private static final Pattern TYPE = Pattern.compile("[\\w.$]{1,255}");

    private final ProjectionViews views;
    private final DeadLetterDesk desk;

    DeadLettersEndpoint(ProjectionViews views, DeadLetterDesk desk) {
        this.views = views;
        this.desk = desk;
    }

    @GetMapping
    ResponseEntity<DeadLetterPage> letters(
            @PathVariable String name, @RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = RequestParameters.of(given, "cause", "page", "pageSize");
        @Nullable String cause = parameters.text("cause").orElse(null);
        if (cause != null && !TYPE.matcher(cause).matches()) {
            parameters.refuse("cause", "must be the name of an exception");
        }
        Paging paging = parameters.paging();
        check(name, parameters);
        return ProjectionsEndpoint.fresh(desk.page(name, cause, paging));
    }

    @GetMapping("/{id}")
    ResponseEntity<DeadLetterDetails> letter(
            @PathVariable String name, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> given) {
        check(name, RequestParameters.of(given));
        return ProjectionsEndpoint.fresh(desk.show(name, id));
    }

    @PostMapping("/{id}/retry")
    ResponseEntity<DeadLetterRetry> retry(
            @PathVariable String name, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> given) {
        check(name, RequestParameters.of(given));
        return ProjectionsEndpoint.fresh(desk.retry(name, id));
    }

    @PostMapping("/retries")
    ResponseEntity<DeadLetterRetry> retryAll(
            @PathVariable String name, @RequestParam MultiValueMap<String, String> given) {
        check(name, RequestParameters.of(given));
        return ProjectionsEndpoint.fresh(desk.retryAll(name));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<DiscardedLetter> discard(
            @PathVariable String name, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = RequestParameters.of(given, "reason");
        String reason = parameters.text("reason").orElse("").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            parameters.refuse("reason", "must be given, with at most " + LONGEST_REASON + " characters");
        }
        check(name, parameters);
        return ProjectionsEndpoint.fresh(desk.discard(name, id, reason));
    }

    private void check(String name, RequestParameters parameters) {
        parameters.check();
        views.check(name);
    }
}
