package io.orderflow.query.orderdetails;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.query.OrderView;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.query.platform.freshness.ProjectionListener;
import io.orderflow.query.platform.freshness.ReadPositions;
import io.orderflow.query.platform.generation.LiveGenerations;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Views of orders that are asked for again and again, as by those who follow an order. An event that changes a view drops it
 * at once, so it is used only while this process projects the events of all orders; {@link #LIFETIME} is shorter than the
 * time after which another one would take over from one that stands still.
 */
@Component
class OrderViewCache implements ProjectionListener {

    private static final String GROUP = "order-details";
    private static final Duration LIFETIME = Duration.ofSeconds(2);
    private static final int ORDERS_AT_MOST = 10_000;

    private final Cache<UUID, OrderView> views = Caffeine.newBuilder()
            .maximumSize(ORDERS_AT_MOST)
            .expireAfterWrite(LIFETIME)
            .recordStats()
            .build();
    private final AtomicLong changes = new AtomicLong();
    private final ReadPositions positions;

    OrderViewCache(ReadPositions positions, LiveGenerations generations, MeterRegistry metrics) {
        this.positions = positions;
        generations.whenSwitched(generation -> dropAll());
        CaffeineCacheMetrics.monitor(metrics, views, "order-views");
    }

    /** The view as it is kept, or else as it is read now. */
    Optional<OrderView> get(UUID orderId, Function<UUID, Optional<OrderView>> read) {
        if (!positions.isReadHereAlone(GROUP)) {
            views.invalidateAll();
            return read.apply(orderId);
        }
        OrderView kept = views.getIfPresent(orderId);
        if (kept != null) {
            return Optional.of(kept);
        }
        long before = changes.get();
        Optional<OrderView> view = read.apply(orderId);
        view.ifPresent(found -> {
            views.asMap().compute(orderId, (id, present) -> keep(found, before, present));
            if (changes.get() != before) { // perhaps of the customer, passing by while it was put there
                views.invalidate(orderId);
            }
        });
        return view;
    }

    /** Nothing may show, not for a moment, a view that has perhaps changed since it was read. */
    private @Nullable OrderView keep(OrderView found, long before, @Nullable OrderView present) {
        boolean isOlder = present != null && present.version() > found.version();
        return isOlder || changes.get() != before ? present : found;
    }

    /**
     * Drops a view that is older than a version which the read model is known to hold, and keeps out one that is being read:
     * the projection tells of that version only after its commit.
     */
    void isAtLeast(UUID orderId, long version) {
        OrderView kept = views.asMap().get(orderId);
        if (kept == null || kept.version() < version) {
            changes.incrementAndGet();
            views.asMap().computeIfPresent(orderId, (id, view) -> view.version() < version ? null : view);
        }
    }

    private void dropAll() {
        changes.incrementAndGet();
        views.invalidateAll();
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public void projected(EventMessage<?> event) {
        changes.incrementAndGet();
        if (event.getPayload() instanceof OrderEvent order) {
            views.invalidate(order.orderId());
        } else if (event.getPayload() instanceof PaymentEvent payment) {
            views.invalidate(payment.orderId());
        } else if (event.getPayload() instanceof CustomerEvent customer) {
            views.asMap().values().removeIf(view -> view.customerId().equals(customer.customerId()));
        }
    }
}
