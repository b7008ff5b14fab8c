package io.orderflow.command.order;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.command.ChangeItemQuantity;
import io.orderflow.api.order.command.ChangeShippingAddress;
import io.orderflow.api.order.command.CreateOrder;
import io.orderflow.api.order.command.OrderCommand;
import io.orderflow.command.platform.repetition.RequestSamples;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person with a list of keys would answer, before asking what the order says. */
public final class RepetitionModel {

    /** A command, as its endpoint would send it. */
    public record Request(
            OrderCommand command, @Nullable String key, String fingerprint, @Nullable Long expectedVersion) {

        public Map<String, String> metadata() {
            Map<String, String> metadata = new HashMap<>();
            if (command instanceof CreateOrder) {
                metadata.putAll(RequestSamples.creation(key, fingerprint));
            } else if (key != null) {
                metadata.putAll(RequestSamples.request(key, fingerprint));
            }
            return expectedVersion == null ? metadata : RequestSamples.expecting(expectedVersion, metadata);
        }
    }

    private record Answer(String fingerprint, long version) {}

    private static final Set<Class<?>> SETTERS = Set.of(ChangeItemQuantity.class, ChangeShippingAddress.class);

    int repeated;

    private final OrderModel order;
    private final Map<String, Answer> byKey = new HashMap<>();
    private String creation = "";
    private long created;

    public RepetitionModel(OrderModel order) {
        this.order = order;
    }

    public void created(Request request) {
        created = order.version;
        creation = request.fingerprint();
        remember(request);
    }

    public Object expect(Request request) {
        @Nullable Answer answer = request.key() == null ? null : byKey.get(request.key());
        if (answer != null) {
            repeated++;
            return answer.fingerprint().equals(request.fingerprint())
                    ? answer.version()
                    : ErrorCode.IDEMPOTENCY_KEY_REUSED;
        } else if (request.command() instanceof CreateOrder && creation.equals(request.fingerprint())) {
            return created;
        } else if (request.expectedVersion() != null && request.expectedVersion() != order.version) {
            return ErrorCode.VERSION_CONFLICT;
        }
        long before = order.version;
        Object expected = order.expect(request.command());
        if (expected instanceof ErrorCode) {
            return expected;
        }
        if (request.key() != null && SETTERS.contains(request.command().getClass()) && order.version == before) {
            order.version++;
        }
        if (order.version > before) {
            remember(request);
        }
        return order.version;
    }

    private void remember(Request request) {
        if (request.key() != null) {
            byKey.put(request.key(), new Answer(request.fingerprint(), order.version));
        }
    }
}
