package io.orderflow.query.projections;

import io.orderflow.api.projection.ProjectionList;
import io.orderflow.api.projection.ProjectionView;
import io.orderflow.query.platform.generation.Projections;
import io.orderflow.query.platform.paging.RequestParameters;
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

/** {@code /projections}: how they are doing, and pause, resume, split and merge. */
@RestController
@RequestMapping(path = "/api/v1/projections", produces = MediaType.APPLICATION_JSON_VALUE)
class ProjectionsEndpoint {

    private final ProjectionViews views;
    private final Projections projections;
    private final Segments segments;

    ProjectionsEndpoint(ProjectionViews views, Projections projections, Segments segments) {
        this.views = views;
        this.projections = projections;
        this.segments = segments;
    }

    @GetMapping
    ResponseEntity<ProjectionList> projections(@RequestParam MultiValueMap<String, String> given) {
        RequestParameters.of(given).check();
        return fresh(new ProjectionList(views.all()));
    }

    @GetMapping("/{name}")
    ResponseEntity<ProjectionView> projection(
            @PathVariable String name, @RequestParam MultiValueMap<String, String> given) {
        return shown(check(name, given));
    }

    @PostMapping("/{name}/pause")
    ResponseEntity<ProjectionView> pause(@PathVariable String name, @RequestParam MultiValueMap<String, String> given) {
        projections.pause(check(name, given));
        return shown(name);
    }

    @PostMapping("/{name}/resume")
    ResponseEntity<ProjectionView> resume(
            @PathVariable String name, @RequestParam MultiValueMap<String, String> given) {
        projections.resume(check(name, given));
        return shown(name);
    }

    @PostMapping("/{name}/segments/{segment}/split")
    ResponseEntity<ProjectionView> split(
            @PathVariable String name, @PathVariable int segment, @RequestParam MultiValueMap<String, String> given) {
        segments.split(check(name, given), segment);
        return shown(name);
    }

    @PostMapping("/{name}/segments/{segment}/merge")
    ResponseEntity<ProjectionView> merge(
            @PathVariable String name, @PathVariable int segment, @RequestParam MultiValueMap<String, String> given) {
        segments.merge(check(name, given), segment);
        return shown(name);
    }

    private String check(String name, MultiValueMap<String, String> given) {
        RequestParameters.of(given).check();
        views.check(name);
        return name;
    }

    private ResponseEntity<ProjectionView> shown(String name) {
        return fresh(views.of(name));
    }

    /** True for this moment only. */
    static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
