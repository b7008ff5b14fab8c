package io.orderflow.query.projections;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.projection.ReplayView;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.query.platform.generation.Generation;
import io.orderflow.query.platform.generation.GenerationRow;
import io.orderflow.query.platform.generation.Projections;
import io.orderflow.query.platform.paging.RequestParameters;
import io.orderflow.query.platform.stream.EventStreams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /projections/{name}/replays}: building a read model anew while the one that is there goes on. */
@RestController
@RequestMapping("/api/v1/projections/{name}/replays")
class ReplaysEndpoint {

    private final ProjectionViews views;
    private final ProjectionWatch watch;
    private final Projections projections;
    private final EventStreams streams;
    private final ReplayStream stream;

    ReplaysEndpoint(
            ProjectionViews views,
            ProjectionWatch watch,
            Projections projections,
            EventStreams streams,
            ReplayStream stream) {
        this.views = views;
        this.watch = watch;
        this.projections = projections;
        this.streams = streams;
        this.stream = stream;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReplayView> begin(@PathVariable String name, @RequestParam MultiValueMap<String, String> given) {
        check(name, given);
        Generation begun = projections
                .replay(name)
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.REPLAY_RUNNING, "A replay of " + name + " is running: wait for it, or cancel it"));
        GenerationRow row = projections.generation(begun).orElseThrow();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/projections/" + name + "/replays/current"))
                .cacheControl(CacheControl.noStore())
                .body(views.replay(row, watch.now()));
    }

    @GetMapping(path = "/current", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReplayView> current(@PathVariable String name, @RequestParam MultiValueMap<String, String> given) {
        check(name, given);
        return ProjectionsEndpoint.fresh(views.replay(latest(name), watch.now()));
    }

    /** Frames named {@code replay}, each time something has changed; the last one says how it ended. */
    @GetMapping("/current/stream")
    void stream(
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        check(name, given);
        GenerationRow row = latest(name);
        stream.add(streams.open(request, response, stream::remove), row.generation());
    }

    @PostMapping(path = "/current/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReplayView> cancel(@PathVariable String name, @RequestParam MultiValueMap<String, String> given) {
        check(name, given);
        if (!projections.cancel(name)) {
            throw new ProblemException(ErrorCode.REPLAY_NOT_RUNNING, "No replay of " + name + " is running");
        }
        return ProjectionsEndpoint.fresh(views.replay(latest(name), watch.now()));
    }

    private void check(String name, MultiValueMap<String, String> given) {
        RequestParameters.of(given).check();
        views.check(name);
    }

    private GenerationRow latest(String name) {
        return projections
                .latestReplay(name)
                .orElseThrow(() -> new ProblemException(ErrorCode.REPLAY_NOT_FOUND, name + " has never been replayed"));
    }
}
