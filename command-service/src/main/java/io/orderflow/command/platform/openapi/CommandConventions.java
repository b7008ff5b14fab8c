package io.orderflow.command.platform.openapi;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.openapi.DescribedRoute;
import io.orderflow.platform.openapi.RouteConvention;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Every command can be sent again with its key; one about something that exists can expect a version. */
@Component
class CommandConventions implements RouteConvention {

    @Override
    public void apply(DescribedRoute route) {
        if (route.isRead()) {
            return; // a question about a command
        }
        route.takes("Idempotency-Key");
        route.answersWith(HttpHeaders.ETAG, "Idempotent-Replayed", "X-Command-Id");
        route.mayFailWith(ErrorCode.CONCURRENT_CHANGE, ErrorCode.IDEMPOTENCY_KEY_REUSED, ErrorCode.OUTCOME_UNKNOWN);
        if (isCreation(route)) {
            route.answersWith(HttpHeaders.LOCATION);
        } else {
            route.takes(HttpHeaders.IF_MATCH);
            route.mayFailWith(ErrorCode.VERSION_CONFLICT);
        }
    }

    private static boolean isCreation(DescribedRoute route) {
        Integer status = route.text().status();
        return status != null && status == HttpStatus.CREATED.value();
    }
}
