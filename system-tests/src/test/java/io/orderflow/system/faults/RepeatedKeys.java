package io.orderflow.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.client.ApiProblem;
import io.orderflow.client.StockAck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One key in very many requests: at every replica, at once, and again much later. */
final class RepeatedKeys {

    private static final int PARALLEL = 50;
    private static final long DELTA = 3;

    private final Installation services;
    private final Map<String, StockAck> answers = new LinkedHashMap<>();

    RepeatedKeys(Installation services) {
        this.services = services;
    }

    /**
     * Sends requests with one key; each must be answered as the others, and one of them has an effect.
     *
     * @param meanwhile what happens in the middle of it
     */
    void send(int requests, Runnable meanwhile) {
        String sku = "KEY-" + UUID.randomUUID();
        services.patient().stock().register(sku, "Desk", 10);

        List<StockAck> all = Callers.callAtOnce(requests, PARALLEL, replica -> adjust(sku, replica), meanwhile);

        assertThat(all).allSatisfy(ack -> assertThat(ack.version()).isEqualTo(1));
        assertThat(all.stream().filter(ack -> !ack.repeated()).count())
                .as("answers of a first time")
                .isLessThanOrEqualTo(1);
        assertThatThrownBy(() -> services.patient().stock().withKey(sku).adjust(sku, DELTA + 1, "counted"))
                .isInstanceOfSatisfying(ApiProblem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
                });
        answers.put(sku, all.get(0));
    }

    /** All of them once more: still the same answer and no other effect. */
    void sendAgain(StoredEvents store) {
        answers.keySet().forEach(sku -> {
            StockAck again = adjust(sku, 1);
            assertThat(again.version()).isEqualTo(1);
            assertThat(again.repeated()).isTrue();
        });
        var events = store.read();
        assertThat(answers.keySet())
                .allSatisfy(sku -> assertThat(events.get("stock-" + sku)).hasSize(2));
    }

    private StockAck adjust(String sku, int replica) {
        return services.patient(replica).stock().withKey(sku).adjust(sku, DELTA, "counted");
    }
}
