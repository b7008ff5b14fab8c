package io.orderflow.query.salesstatistics;

import io.orderflow.api.statistics.query.FindFulfilment;
import io.orderflow.api.statistics.query.FindSales;
import io.orderflow.api.statistics.query.FulfilmentFigures;
import io.orderflow.api.statistics.query.SalesBy;
import io.orderflow.api.statistics.query.SalesPage;
import io.orderflow.query.platform.freshness.ReadsModel;
import io.orderflow.query.platform.paging.Answers;
import io.orderflow.query.platform.paging.Paging;
import io.orderflow.query.platform.paging.RequestParameters;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /statistics/sales} and {@code GET /statistics/fulfilment}. */
@RestController
class SalesStatisticsEndpoint {

    private static final List<String> BY =
            Arrays.stream(SalesBy.values()).map(SalesBy::parameter).toList();

    private final Answers answers;

    SalesStatisticsEndpoint(Answers answers) {
        this.answers = answers;
    }

    @ReadsModel("sales-statistics")
    @GetMapping("/api/v1/statistics/sales")
    SalesPage sales(@RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = RequestParameters.ofList(given, "from", "to", "by", "page", "pageSize");
        Instant from = parameters.instant("from");
        Instant to = parameters.instant("to");
        parameters.checkSpan(from, to);
        SalesBy by = parameters.choice("by", SalesBy::ofParameter, BY).orElse(SalesBy.DAY);
        Paging paging = parameters.paging();
        parameters.check();
        return answers.to(new FindSales(from, to, by, paging.page(), paging.pageSize()), SalesPage.class);
    }

    @ReadsModel("sales-statistics")
    @GetMapping("/api/v1/statistics/fulfilment")
    FulfilmentFigures fulfilment(@RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = RequestParameters.ofList(given, "from", "to");
        Instant from = parameters.instant("from");
        Instant to = parameters.instant("to");
        parameters.checkSpan(from, to);
        parameters.check();
        return answers.to(new FindFulfilment(from, to), FulfilmentFigures.class);
    }
}
