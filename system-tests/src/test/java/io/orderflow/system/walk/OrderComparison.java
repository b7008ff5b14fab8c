package io.orderflow.system.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.walk.Walker.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Compares one order with its facts: how it stands, what its history says, and how it stood at every version. */
final class OrderComparison {

    private static final int INSTANTS = 5;

    /** One entry of the history. */
    private record Entry(boolean itsOwn, int version, String type, Instant at, Map<String, Object> payload) {

        @SuppressWarnings("unchecked")
        static Entry of(Map<String, Object> json) {
            return new Entry(
                    "order".equals(json.get("stream")),
                    ((Long) json.get("version")).intValue(),
                    (String) json.get("type"),
                    Instant.parse((String) json.get("recordedAt")),
                    (Map<String, Object>) json.get("payload"));
        }
    }

    private final Reads reads;
    private final ExpectedOrder order;
    private final ExpectedCustomer customer;
    private final String path;
    private final List<Entry> history;

    OrderComparison(Reads reads, ExpectedOrder order, ExpectedCustomer customer) {
        this.reads = reads;
        this.order = order;
        this.customer = customer;
        path = "/orders/" + order.id;
        history = reads.pages(path + "/history?payload=true").stream()
                .map(Entry::of)
                .toList();
    }

    /** The order at the end of its history, in the shape of a list. */
    Map<String, Object> row() {
        return stateAfter(history.size()).row(customer.name());
    }

    void compareHistory() {
        assertThat(types(true)).as("events of %s", order.id).isEqualTo(types(order.facts));
        assertThat(types(false)).as("events of the payment of %s", order.id).isEqualTo(types(order.payment.facts));
        for (boolean itsOwn : List.of(true, false)) {
            List<Entry> events =
                    history.stream().filter(entry -> entry.itsOwn() == itsOwn).toList();
            for (int version = 0; version < events.size(); version++) {
                assertThat(events.get(version).version()).as(path).isEqualTo(version);
            }
        }
    }

    /** How it stands, and how it stood at every version. Gives how it stands, as it is sent. */
    String compareVersions(List<Seen> seen, Tally tally) {
        Map<Long, String> bodies = new HashMap<>();
        for (long version = 0; version <= order.version(); version++) {
            String body = reads.body(path + "?asOfVersion=" + version);
            bodies.put(version, body);
            assertThat(Reads.parsed(body))
                    .as("%s as of version %d", path, version)
                    .isEqualTo(viewAtVersion(version));
        }
        assertThat(reads.problem(path + "?asOfVersion=" + (order.version() + 1)))
                .isEqualTo("ORDER_VERSION_NOT_FOUND");
        assertThat(reads.body(path)).as(path).isEqualTo(bodies.get(order.version()));
        for (Seen then : seen) {
            // what was seen before the payment, or the customer's name, got to where that version left it
            boolean isLast = Reads.parsed(then.body()).equals(viewAtVersion(then.version()));
            String same = isLast ? bodies.get(then.version()) : bodyAt(then);
            if (same != null) {
                assertThat(then.body())
                        .as("%s, seen at version %d", path, then.version())
                        .isEqualTo(same);
            }
            tally.count(same != null);
        }
        return bodies.get(order.version());
    }

    /** How it stood at some instants, the very moments of its events among them. */
    void compareInstants(Random random) {
        Instant created = history.get(0).at();
        assertThat(reads.problem(path + "?asOf=" + created.minusNanos(1_000))).isEqualTo("ORDER_NOT_CREATED_YET");
        for (int i = 0; i < INSTANTS; i++) {
            Instant event = history.get(random.nextInt(history.size())).at();
            Instant at = event.plusNanos(random.nextBoolean() ? 0 : 1_000L * random.nextInt(20_000));
            assertThat(reads.object(path + "?asOf=" + at))
                    .as("%s as of %s", path, at)
                    .isEqualTo(viewAt(at));
        }
    }

    /** As of the moment when what was seen had just become so; null if two events share that moment. */
    private @Nullable String bodyAt(Seen then) {
        Map<String, Object> view = Reads.parsed(then.body());
        Instant at = Instant.parse((String) view.get("updatedAt"));
        boolean isUnique =
                history.stream().filter(entry -> entry.at().equals(at)).count() == 1;
        return isUnique && view.equals(viewAt(at)) ? reads.body(path + "?asOf=" + at) : null;
    }

    private Map<String, Object> viewAtVersion(long version) {
        for (int position = 0; position < history.size(); position++) {
            Entry entry = history.get(position);
            if (entry.itsOwn() && entry.version() == version + 1) {
                return stateAfter(position).view(customer.nameAt(entry.at()));
            }
        }
        return stateAfter(history.size()).view(customer.name());
    }

    /** An event with an earlier time than one before it counts as recorded together with that one. */
    private Map<String, Object> viewAt(Instant at) {
        int position = 0;
        while (position < history.size() && !history.get(position).at().isAfter(at)) {
            position++;
        }
        return stateAfter(position).view(customer.nameAt(at));
    }

    private OrderState stateAfter(int position) {
        OrderState state = order.untold();
        for (Entry entry : history.subList(0, position)) {
            Fact fact = (entry.itsOwn() ? order.facts : order.payment.facts).get(entry.version());
            fact.change().apply(state, entry.payload(), entry.at());
            state.took(entry.itsOwn(), entry.version(), entry.at());
        }
        return state;
    }

    private List<String> types(boolean itsOwn) {
        List<String> types = new ArrayList<>();
        history.stream().filter(entry -> entry.itsOwn() == itsOwn).forEach(entry -> types.add(entry.type()));
        return types;
    }

    private static List<String> types(List<Fact> facts) {
        return facts.stream().map(Fact::type).toList();
    }

    /** How many of the views that were seen could be compared byte by byte. */
    static final class Tally {

        private int compared;
        private int seen;

        synchronized void count(boolean wasCompared) {
            seen++;
            compared += wasCompared ? 1 : 0;
        }

        void requireMost() {
            assertThat(compared).as("of %d views", seen).isGreaterThan(seen * 8 / 10);
        }

        @Override
        public String toString() {
            return "%d of %d views".formatted(compared, seen);
        }
    }
}
