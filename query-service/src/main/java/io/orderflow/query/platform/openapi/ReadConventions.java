package io.orderflow.query.platform.openapi;

import io.orderflow.platform.openapi.DescribedRoute;
import io.orderflow.platform.openapi.RouteConvention;
import io.orderflow.query.platform.freshness.ReadsModel;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Every route that reads a model can wait for what the caller has written, and says how fresh it is. */
@Component
class ReadConventions implements RouteConvention {

    @Override
    public void apply(DescribedRoute route) {
        List<ReadsModel> models = route.annotations(ReadsModel.class).toList();
        if (models.isEmpty()) {
            return;
        }
        if (route.text().notModified()) {
            route.takes(HttpHeaders.IF_NONE_MATCH);
            route.answersWith(HttpHeaders.ETAG);
        }
        boolean one = models.stream().noneMatch(model -> model.id().isEmpty());
        route.takes(one ? "minVersion" : "after", "wait", "Prefer");
        route.answersWith("As-Of", "Projection-Lag", HttpHeaders.WARNING);
        route.answersMayBe("stale", "True when the answer does not hold what was asked for; absent otherwise.");
    }
}
