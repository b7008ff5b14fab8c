package io.orderflow.query.platform.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orderflow.query.platform.projection.NoEventStore;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** What becomes of the waiting where the server does not say that a request is completed. */
class FreshnessInterceptorTest {

    private final Arrivals arrivals = new Arrivals();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/things/7");
    private final AtomicInteger looks = new AtomicInteger();
    private int failsFrom = Integer.MAX_VALUE;

    @Test
    void a_waiting_that_cannot_begin_leaves_nobody_waiting() {
        failsFrom = 2; // the first look says that there is something to wait for
        assertThatThrownBy(this::ask).hasMessage("no database");
        assertThat(arrivals.count()).isZero();
    }

    @Test
    void a_waiting_whose_request_has_ended_is_ended_by_the_next_look() throws Exception {
        assertThat(ask()).isFalse();
        assertThat(arrivals.count()).isOne();
        MockAsyncContext waiting = (MockAsyncContext) request.getAsyncContext();
        for (AsyncListener listener : waiting.getListeners()) {
            listener.onTimeout(new AsyncEvent(waiting));
        }
        int looked = looks.get();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            arrivals.lookAgain();
            assertThat(arrivals.count()).isZero();
        });
        assertThat(looks).hasValue(looked);
    }

    @ReadsModel(value = "things", id = "thing")
    void route() {
        // asked for nothing here
    }

    private boolean ask() throws Exception {
        request.setAsyncSupported(true);
        request.setParameter("minVersion", "1");
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("thing", "7"));
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("things", new Things()));
        ReadPositions positions = new ReadPositions(
                beans.getBeanProvider(EventProcessingConfiguration.class),
                new HeadTimes(new NoEventStore(), Clock.systemUTC()),
                beans.getBeanProvider(OtherReplicas.class),
                Clock.systemUTC());
        FreshnessInterceptor interceptor = new FreshnessInterceptor(
                beans.getBeanProvider(HeldVersions.class), arrivals, positions, Clock.systemUTC());
        return interceptor.preHandle(
                request,
                new MockHttpServletResponse(),
                new HandlerMethod(this, getClass().getDeclaredMethod("route")));
    }

    private final class Things implements HeldVersions {

        @Override
        public String group() {
            return "things";
        }

        @Override
        public String streamOf(String id) {
            return "thing-" + id;
        }

        @Override
        public long heldOf(String id) {
            if (looks.incrementAndGet() >= failsFrom) {
                throw new IllegalStateException("no database");
            }
            return 0;
        }
    }
}
