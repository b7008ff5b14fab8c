package io.orderflow.query.projections;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.projection.DifferenceList;
import io.orderflow.api.projection.DifferenceList.DifferenceView;
import io.orderflow.api.projection.ProjectionChecksum;
import io.orderflow.api.projection.RepairView;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.query.platform.generation.Checksums;
import io.orderflow.query.platform.generation.Generation;
import io.orderflow.query.platform.generation.Projections;
import io.orderflow.query.platform.generation.SegmentElsewhere;
import io.orderflow.query.platform.paging.RequestParameters;
import io.orderflow.query.platform.reconciliation.Reconciler;
import io.orderflow.query.platform.reconciliation.Repair;
import io.orderflow.query.platform.reconciliation.RepairFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /projections/{name}}: whether a read model holds what it should, and what to do if it does not. */
@RestController
@RequestMapping(path = "/api/v1/projections/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
class ConsistencyEndpoint {

    private static final Logger log = LoggerFactory.getLogger(ConsistencyEndpoint.class);

    private final ProjectionViews views;
    private final Projections projections;
    private final Checksums checksums;
    private final Reconciler reconciler;
    private final Repair repair;

    ConsistencyEndpoint(
            ProjectionViews views, Projections projections, Checksums checksums, Reconciler reconciler, Repair repair) {
        this.views = views;
        this.projections = projections;
        this.checksums = checksums;
        this.reconciler = reconciler;
        this.repair = repair;
    }

    @GetMapping("/checksum")
    ResponseEntity<ProjectionChecksum> checksum(
            @PathVariable String name, @RequestParam MultiValueMap<String, String> given) {
        RequestParameters.of(given).check();
        views.check(name);
        Generation shown = views.shown(name);
        Checksums.Checksum sum = checksums.of(shown);
        return ProjectionsEndpoint.fresh(
                new ProjectionChecksum(name, shown.number(), sum.value(), sum.rows(), sum.position()));
    }

    @GetMapping("/differences")
    ResponseEntity<DifferenceList> differences(
            @PathVariable String name, @RequestParam MultiValueMap<String, String> given) {
        RequestParameters.of(given).check();
        views.check(name);
        return ProjectionsEndpoint.fresh(new DifferenceList(reconciler.differences(name).stream()
                .map(found -> new DifferenceView(found.stream(), found.inStore(), found.held(), found.since()))
                .toList()));
    }

    @PostMapping("/repairs")
    ResponseEntity<RepairView> repair(@PathVariable String name, @RequestParam MultiValueMap<String, String> given) {
        RequestParameters parameters = RequestParameters.of(given, "stream");
        views.check(name);
        String stream = parameters.text("stream").orElse("");
        if (stream.isEmpty()) {
            parameters.refuse("stream", "must be given: the stream of an order, a product or a customer");
        }
        parameters.check();
        projections.processor(name); // says so if it is paused
        try {
            return ProjectionsEndpoint.fresh(new RepairView(stream, repair.repair(name, stream)));
        } catch (IllegalArgumentException e) {
            parameters.refuse("stream", "must be one that this read model follows, such as order-<id>");
            parameters.check();
            throw e;
        } catch (SegmentElsewhere e) {
            throw new ProblemException(ErrorCode.SEGMENT_ELSEWHERE, String.valueOf(e.getMessage()));
        } catch (RepairFailed e) {
            log.warn("{} of {} could not be made anew", stream, name, e);
            String cause =
                    e.getCause() == null ? "too busy" : e.getCause().getClass().getSimpleName();
            throw new ProblemException(
                    ErrorCode.REPAIR_FAILED, "The read model holds what it held before; the cause is " + cause);
        }
    }
}
