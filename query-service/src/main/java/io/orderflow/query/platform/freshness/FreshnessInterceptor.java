package io.orderflow.query.platform.freshness;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets a request for a read model wait, without a thread, until the model holds the versions that the caller names; then
 * the route answers as it always does. Also says on each answer how fresh it is.
 */
@Component
class FreshnessInterceptor implements AsyncHandlerInterceptor {

    /** Set on a request that is answered although the read model does not hold what was asked for. */
    static final String STALE = FreshnessInterceptor.class.getName() + ".stale";

    private static final String WAITED = FreshnessInterceptor.class.getName() + ".waited";

    // looked up late: the server asks for interceptors before there is a database
    private final SingletonSupplier<Map<String, HeldVersions>> models;
    private final Arrivals arrivals;
    private final ReadPositions positions;
    private final Clock clock;

    FreshnessInterceptor(ObjectProvider<HeldVersions> models, Arrivals arrivals, ReadPositions positions, Clock clock) {
        this.models = SingletonSupplier.of(
                () -> models.stream().collect(Collectors.toMap(HeldVersions::group, Function.identity())));
        this.arrivals = arrivals;
        this.positions = positions;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        ReadsModel reads =
                handler instanceof HandlerMethod method ? method.getMethodAnnotation(ReadsModel.class) : null;
        if (reads == null) {
            return true;
        }
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            if (!(request.getAttribute(WAITED) instanceof Wait wait)) {
                return true; // the route itself has answered, without a thread, as an export does
            }
            // the waiting had no result of its own: the route is to be asked now, once
            request.removeAttribute(WAITED);
            wait.end(); // nobody says that it is completed when the route leaves its thread once more
            WebAsyncUtils.getAsyncManager(request).clearConcurrentResult();
            answerAfter(wait, request, response);
        } else {
            Awaited awaited = Awaited.of(request, idOf(request, reads), id -> canExist(reads.value(), id));
            Wait wait = new Wait(reads.value(), awaited.versions());
            if (!wait.isOver() && !awaited.patience().isZero()) {
                request.setAttribute(WAITED, wait);
                WebAsyncManager async = WebAsyncUtils.getAsyncManager(request);
                async.setAsyncWebRequest(WebAsyncUtils.createAsyncWebRequest(request, response));
                try {
                    async.startDeferredResultProcessing(wait.begin(awaited.patience()), handler);
                } catch (Exception e) { // nobody would say that it is completed
                    wait.end();
                    throw e;
                }
                return false;
            }
            answerAfter(wait, request, response);
        }
        sayHowFresh(response, reads.value());
        return true;
    }

    private static void answerAfter(Wait wait, HttpServletRequest request, HttpServletResponse response) {
        if (!wait.isOver()) {
            request.setAttribute(STALE, true);
            response.setHeader(HttpHeaders.WARNING, "110 - \"Response is Stale\"");
        }
    }

    private void sayHowFresh(HttpServletResponse response, String group) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache"); // to be kept, but asked about each time
        positions.asOf(group).ifPresent(asOf -> {
            response.setHeader("As-Of", asOf.toString());
            long behind = Math.max(0, Duration.between(asOf, clock.instant()).toMillis());
            response.setHeader("Projection-Lag", behind + "ms");
        });
    }

    private HeldVersions model(String group) {
        HeldVersions model = models.obtain().get(group);
        if (model == null) {
            throw new IllegalStateException("nobody knows which versions " + group + " holds");
        }
        return model;
    }

    private boolean canExist(String group, String id) {
        try {
            model(group).streamOf(id);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable String idOf(HttpServletRequest request, ReadsModel reads) {
        if (reads.id().isEmpty()) {
            return null;
        }
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map ? (String) map.get(reads.id()) : null;
    }

    /** One request's waiting. */
    private final class Wait {

        private final String group;
        private final Map<String, Long> versions;
        private final List<Runnable> subscriptions = new CopyOnWriteArrayList<>();
        private volatile boolean wasReadHereAlone;

        private Wait(String group, Map<String, Long> versions) {
            this.group = group;
            this.versions = versions;
        }

        private boolean isOver() {
            return versions.entrySet().stream().allMatch(this::isHeld);
        }

        private boolean isHeld(Map.Entry<String, Long> wanted) {
            return model(group).heldOf(wanted.getKey()) >= wanted.getValue();
        }

        /**
         * Has a result as soon as every version has arrived, or when the patience is at its end: a timer tells, as the
         * server looks for what has timed out once a second only.
         */
        private DeferredResult<Object> begin(Duration patience) {
            DeferredResult<Object> wake = new DeferredResult<>(patience.toMillis(), "");
            CompletableFuture<String> end =
                    new CompletableFuture<String>().completeOnTimeout("", patience.toMillis(), TimeUnit.MILLISECONDS);
            end.thenAccept(wake::setResult);
            subscriptions.add(() -> end.cancel(false));
            AtomicInteger missing = new AtomicInteger(versions.size());
            wake.onCompletion(this::end);
            versions.forEach((id, version) ->
                    subscriptions.add(arrivals.await(group, model(group).streamOf(id), version, () -> {
                        if (missing.decrementAndGet() == 0) {
                            wake.setResult("");
                        }
                    })));
            subscriptions.add(arrivals.watch(() -> lookAgain(wake), () -> endIfOver(wake)));
            wasReadHereAlone = positions.isReadHereAlone(group);
            endIfOver(wake); // some may have arrived before they were waited for
            return wake;
        }

        private void end() {
            subscriptions.forEach(Runnable::run);
        }

        /** Asks the database only if another replica may have projected something since it was asked last. */
        private void lookAgain(DeferredResult<Object> wake) {
            if (wake.isSetOrExpired()) {
                end();
                return;
            }
            boolean wasAlone = wasReadHereAlone;
            wasReadHereAlone = positions.isReadHereAlone(group);
            if (!wasAlone || !wasReadHereAlone) {
                endIfOver(wake);
            }
        }

        private void endIfOver(DeferredResult<Object> wake) {
            if (isOver()) {
                wake.setResult("");
            }
        }
    }
}
