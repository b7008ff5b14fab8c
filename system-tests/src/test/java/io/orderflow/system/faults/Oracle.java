package io.orderflow.system.faults;

import io.orderflow.client.OrderStatus;
import io.orderflow.system.faults.SentCommand.Kind;
import io.orderflow.system.faults.SentCommand.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every command of one load, and what must be there because of those that have taken effect. */
final class Oracle {

    /** Units on hand of each product at the beginning: more than can be sold. */
    static final long ON_HAND = 1_000_000;

    private final Map<String, List<SentCommand>> streams = new ConcurrentHashMap<>();

    /**
     * How an order must stand.
     *
     * @param recipient the key of the command that said last where to ship
     * @param lines of how many it consists
     * @param ends the states in which it may come to rest
     */
    record ExpectedOrder(String recipient, int lines, List<OrderStatus> ends) {}

    void told(SentCommand command) {
        streams.computeIfAbsent(command.stream, stream -> new CopyOnWriteArrayList<>())
                .add(command);
    }

    Collection<String> streams() {
        return streams.keySet();
    }

    /** The commands about one thing, in the order in which they were sent. */
    List<SentCommand> about(String stream) {
        return streams.getOrDefault(stream, List.of());
    }

    List<SentCommand> all(Outcome outcome) {
        return all().filter(command -> command.is(outcome)).toList();
    }

    Stream<SentCommand> all() {
        return streams.values().stream().flatMap(List::stream);
    }

    List<UUID> orders() {
        return all().filter(command -> command.kind == Kind.CREATE)
                .map(command -> Objects.requireNonNull(command.orderId))
                .toList();
    }

    /**
     * How an order stands by its commands.
     *
     * @param hasEffect which of them have taken effect
     */
    ExpectedOrder order(String stream, Predicate<SentCommand> hasEffect) {
        String recipient = "";
        int lines = 0;
        List<OrderStatus> ends = List.of();
        for (SentCommand command : about(stream)) {
            if (!hasEffect.test(command)) {
                continue;
            }
            switch (command.kind) {
                case CREATE -> {
                    recipient = command.key;
                    lines = 1;
                    ends = List.of(OrderStatus.PENDING);
                }
                case ADDRESS -> recipient = command.key;
                case ADD -> lines++;
                case PLACE -> ends = List.of(OrderStatus.CONFIRMED);
                case CANCEL -> ends = List.of(OrderStatus.CANCELLED);
                case ADJUST -> throw new IllegalStateException("not about an order: " + command);
            }
        }
        return new ExpectedOrder(recipient, lines, ends);
    }

    /** Units on hand of a product by its adjustments. */
    long onHand(String stream, Predicate<SentCommand> hasEffect) {
        return ON_HAND
                + about(stream).stream()
                        .filter(hasEffect)
                        .mapToLong(command -> command.delta)
                        .sum();
    }
}
