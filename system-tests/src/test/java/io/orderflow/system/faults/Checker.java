package io.orderflow.system.faults;

import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderView;
import io.orderflow.client.OrderflowClient;
import io.orderflow.client.StockView;
import io.orderflow.system.faults.Findings.Harm;
import io.orderflow.system.faults.Oracle.ExpectedOrder;
import io.orderflow.system.faults.SentCommand.Outcome;
import io.orderflow.system.faults.StoredEvents.Stored;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares what is in the store, and what the read models show of it, with what the commands must have led to. */
final class Checker {

    private final Oracle oracle;
    private final Map<String, List<Stored>> store;
    private final OrderflowClient client;
    private final Findings findings = new Findings();
    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, Long> reserved = new HashMap<>();

    private Checker(Oracle oracle, Map<String, List<Stored>> store, OrderflowClient client) {
        this.oracle = oracle;
        this.store = store;
        this.client = client;
    }

    /**
     * Looks once.
     *
     * @param store all events
     * @param client of the read side
     */
    static Findings check(Oracle oracle, Map<String, List<Stored>> store, OrderflowClient client) {
        Checker checker = new Checker(oracle, store, client);
        oracle.streams().forEach(checker::checkStream);
        oracle.streams().stream().filter(Checker::isOrder).forEach(checker::checkOrder);
        oracle.streams().stream().filter(stream -> !isOrder(stream)).forEach(checker::checkStock);
        return checker.findings;
    }

    /** What nobody has asked for, over all loads on one store. */
    static Findings checkStrangers(List<Oracle> oracles, Map<String, List<Stored>> store) {
        Set<String> keys = oracles.stream()
                .flatMap(Oracle::all)
                .map(command -> command.key)
                .collect(Collectors.toSet());
        Findings findings = new Findings();
        store.values().stream()
                .flatMap(List::stream)
                .filter(event -> event.mark().startsWith("load-") && !keys.contains(event.mark()))
                .forEach(event -> findings.add(Harm.PHANTOM, "%s", event));
        return findings;
    }

    private static boolean isOrder(String stream) {
        return stream.startsWith("order-");
    }

    private void checkStream(String stream) {
        List<Stored> events = store.getOrDefault(stream, List.of());
        for (int version = 0; version < events.size(); version++) {
            if (events.get(version).version() != version) {
                findings.add(Harm.LOST, "version %d of %s: %s", version, stream, events.get(version));
                break;
            }
        }
        List<String> mine = events.stream()
                .map(Stored::mark)
                .filter(mark -> !mark.isEmpty())
                .toList();
        mine.forEach(mark -> times.merge(stream + " " + mark, 1, Integer::sum));
        Set<String> known = new HashSet<>();
        for (SentCommand command : oracle.about(stream)) {
            known.add(command.mark());
            checkCommand(command, events);
        }
        mine.stream()
                .filter(mark -> !known.contains(mark))
                .forEach(mark -> findings.add(Harm.PHANTOM, "%s in %s", mark, stream));
    }

    private void checkCommand(SentCommand command, List<Stored> events) {
        int found = times(command);
        if (found > 1) {
            findings.add(Harm.DUPLICATED, "%d times %s", found, command);
        }
        if (command.is(Outcome.REFUSED)) {
            findings.add(found > 0 ? Harm.PHANTOM : Harm.WRONG, "refused: %s", command);
        }
        if (command.is(Outcome.ACKNOWLEDGED)) {
            boolean isThere = command.version() < events.size()
                    && events.get((int) command.version()).mark().equals(command.mark());
            if (found == 0) {
                findings.add(Harm.LOST, "%s", command);
            } else if (!isThere) {
                findings.add(Harm.WRONG, "not at its version: %s", command);
            }
        }
    }

    private int times(SentCommand command) {
        return times.getOrDefault(command.stream + " " + command.mark(), 0);
    }

    private Predicate<SentCommand> hasEffect() {
        return command -> command.is(Outcome.ACKNOWLEDGED) || times(command) > 0;
    }

    private void checkOrder(String stream) {
        List<Stored> events = store.getOrDefault(stream, List.of());
        SentCommand first = oracle.about(stream).get(0);
        Optional<OrderView> found = client.orders().find(Objects.requireNonNull(first.orderId));
        if (!hasEffect().test(first)) {
            found.ifPresent(view -> findings.add(Harm.PHANTOM, "shown, but not in the store: %s", view));
            return;
        }
        if (found.isEmpty()) {
            findings.add(Harm.LOST, "not shown: %s", first);
            return;
        }
        OrderView view = found.get();
        ExpectedOrder expected = oracle.order(stream, hasEffect());
        long versions = events.size() - 1L;
        if (view.version() != versions) {
            findings.add(
                    view.version() < versions ? Harm.LOST : Harm.PHANTOM,
                    "%s is shown at version %d, and stored at %d",
                    stream,
                    view.version(),
                    versions);
        } else if (!view.shippingAddress().recipient().equals(expected.recipient())
                || view.lines().size() != expected.lines()
                || !expected.ends().contains(view.status())) {
            findings.add(Harm.WRONG, "expected %s, shown %s", expected, view);
        }
        if (view.status() == OrderStatus.CONFIRMED) {
            view.lines().forEach(line -> reserved.merge("stock-" + line.sku(), (long) line.quantity(), Long::sum));
        }
    }

    private void checkStock(String stream) {
        Optional<StockView> found = client.stock().find(stream.substring("stock-".length()));
        if (found.isEmpty()) {
            findings.add(Harm.LOST, "not shown: %s", stream);
            return;
        }
        StockView view = found.get();
        long versions = store.getOrDefault(stream, List.of()).size() - 1L;
        if (view.version() != versions) {
            findings.add(
                    view.version() < versions ? Harm.LOST : Harm.PHANTOM,
                    "%s is shown at version %d, and stored at %d",
                    stream,
                    view.version(),
                    versions);
        } else if (view.onHand() != oracle.onHand(stream, hasEffect())
                || view.reserved() != reserved.getOrDefault(stream, 0L)) {
            findings.add(
                    Harm.WRONG,
                    "expected %d on hand and %d reserved, shown %s",
                    oracle.onHand(stream, hasEffect()),
                    reserved.getOrDefault(stream, 0L),
                    view);
        }
    }
}
