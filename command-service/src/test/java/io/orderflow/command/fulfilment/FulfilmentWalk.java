package io.orderflow.command.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.command.OrderCommand;
import io.orderflow.api.payment.command.ApprovePayment;
import io.orderflow.api.payment.command.DeclinePayment;
import io.orderflow.api.payment.command.PaymentCommand;
import io.orderflow.api.payment.event.PaymentAuthorisationRequested;
import io.orderflow.api.stock.command.RegisterStock;
import io.orderflow.api.stock.command.StockCommand;
import io.orderflow.command.order.OrderModel;
import io.orderflow.command.order.RepetitionModel.Request;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a small shop after another. Each order's events reach the process in their order, but as late as chance
 * wants; a process that is interrupted has sent some of its commands, and is told the event again.
 */
final class FulfilmentWalk {

    private static final int STEPS = 45;

    private final FulfilmentWorld world = new FulfilmentWorld(this::carryOut);
    private final Map<UUID, Deque<EventMessage<?>>> untold = new LinkedHashMap<>();
    /** Payments that the gateway was asked for, with their tokens. */
    private final Map<UUID, String> asked = new LinkedHashMap<>();

    /** Deadlines whose handler was interrupted; they pass again soon. */
    private final Set<HeldDeadlines.Held> overdue = new HashSet<>();

    private final List<Object> sentByProcess = new ArrayList<>();
    private final List<Object> recorded = new ArrayList<>();
    private final Transcript transcript = new Transcript();
    private final Set<ErrorCode> refusals = EnumSet.noneOf(ErrorCode.class);
    private Random random = new Random(0);
    private ShopModel model = new ShopModel();
    private RecordedShop facts = new RecordedShop();

    void run(Random randomness) {
        random = randomness;
        model = new ShopModel();
        facts = new RecordedShop();
        List.of(recorded, sentByProcess).forEach(List::clear);
        transcript.clear();
        untold.clear();
        asked.clear();
        overdue.clear();
        refusals.clear();
        world.begin(this::record);
        ShopCommands commands = new ShopCommands(random);
        for (String sku : ShopCommands.SKUS) {
            if (random.nextInt(12) > 0) {
                send(new RegisterStock(sku, "The " + sku, random.nextInt(60)));
            }
        }
        for (int step = 0; step < STEPS; step++) {
            step(commands);
        }
        comeToRest();
        compare();
    }

    List<OrderStatus> ends() {
        return model.orders().values().stream().map(OrderModel::status).toList();
    }

    Set<ErrorCode> refusals() {
        return refusals;
    }

    <T> List<T> recorded(Class<T> type) {
        return recorded.stream().filter(type::isInstance).map(type::cast).toList();
    }

    String transcript() {
        return transcript.toString();
    }

    private void step(ShopCommands commands) {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> send(commands.next(model.orders()));
            case 14, 15 -> answerForGateway();
            case 16 -> passDeadline(random.nextBoolean() ? null : any(world.deadlines.scheduled));
            case 17 -> passDeadline(any(world.deadlines.over));
            case 18 -> send(commands.ofStock(model));
            case 19 -> repeatCommandOfProcess();
            default -> tellProcess();
        }
    }

    private void tellProcess() {
        List<UUID> behind =
                untold.keySet().stream().filter(id -> !untold.get(id).isEmpty()).toList();
        UUID order = any(behind);
        if (order != null) {
            EventMessage<?> event = untold.get(order).element();
            transcript.add("process is told", event.getPayload());
            if (world.tell(event, random.nextInt(10) > 0)) {
                untold.get(order).remove();
            } else {
                transcript.add("... and interrupted", "");
            }
        }
    }

    private void passDeadline(HeldDeadlines.@Nullable Held deadline) {
        if (deadline != null) {
            transcript.add("passes:", deadline);
            if (world.pass(deadline, random.nextInt(10) > 0)) {
                world.deadlines.passed(deadline);
            } else {
                transcript.add("... and interrupted", "");
                overdue.add(deadline);
            }
        }
    }

    /** The answer of the payment's token, at whatever time and however often. */
    private void answerForGateway() {
        UUID payment = any(List.copyOf(asked.keySet()));
        if (payment != null && !"tok_never".equals(asked.get(payment))) {
            send(
                    "tok_decline".equals(asked.get(payment))
                            ? new DeclinePayment(payment, "declined")
                            : new ApprovePayment(payment));
        }
    }

    /** As one does that was on its way for so long that it was sent once more. */
    private void repeatCommandOfProcess() {
        Object command = any(sentByProcess);
        if (command != null) {
            send(command);
        }
    }

    private void carryOut(List<?> commands) {
        List<Object> shuffled = new ArrayList<>(commands);
        Collections.shuffle(shuffled, random);
        for (Object command : shuffled) {
            if (random.nextInt(25) == 0) {
                throw new FulfilmentWorld.Interrupted();
            }
            sentByProcess.add(command);
            assertThat(send(command)).as("answer to the process").isInstanceOf(Long.class);
        }
    }

    private Object send(Object command) {
        if (command instanceof OrderCommand about) {
            return send(new Request(about, null, "", null), Map.of());
        }
        Object expected =
                command instanceof StockCommand about ? model.expect(about) : model.expect((PaymentCommand) command);
        return send(command, Map.of(), expected);
    }

    private void send(Request request) {
        send(request, request.metadata());
    }

    private Object send(Request request, Map<String, String> metadata) {
        return send(request.command(), metadata, model.expect(request));
    }

    private Object send(Object command, Map<String, String> metadata, Object expected) {
        transcript.add(command, metadata, expected);
        int before = recorded.size();
        Object answer = world.send(command, metadata);
        assertThat(answer).isEqualTo(expected);
        facts.take(recorded.subList(before, recorded.size()), model);
        if (answer instanceof ErrorCode refusal) {
            refusals.add(refusal);
            assertThat(recorded).as("events after a refusal").hasSize(before);
        }
        return answer;
    }

    private void record(EventMessage<?> event) {
        Object payload = event.getPayload();
        recorded.add(payload);
        if (payload instanceof PaymentAuthorisationRequested requested) {
            asked.put(requested.paymentId(), requested.paymentToken());
        }
        UUID order = RecordedShop.orderOf(payload);
        if (order != null) {
            untold.computeIfAbsent(order, id -> new ArrayDeque<>()).add(event);
        }
    }

    /** Until everything is told and every answer's deadline has passed; orders that nobody placed may stay. */
    private void comeToRest() {
        boolean untilOrdersExpire = random.nextBoolean();
        while (true) {
            List<HeldDeadlines.Held> due = world.deadlines.scheduled.stream()
                    .filter(held -> untilOrdersExpire
                            || held.name().equals(OrderFulfilment.PAYMENT_TIMEOUT)
                            || overdue.contains(held))
                    .toList();
            boolean told = untold.values().stream().allMatch(Deque::isEmpty);
            if (told && due.isEmpty()) {
                return;
            }
            switch (random.nextInt(8)) {
                case 0 -> answerForGateway();
                case 1 -> passDeadline(any(due));
                default -> tellProcess();
            }
        }
    }

    private void compare() {
        model.orders().keySet().forEach(model::requireRest);
        assertThat(world.openProcesses())
                .as("processes that wait for something")
                .isEqualTo(
                        model.orders().keySet().stream().filter(model::isOpen).count());
        assertThat(world.deadlines.scheduled)
                .as("deadlines that are left")
                .hasSize(Collections.frequency(ends(), OrderStatus.PENDING));
        facts.compare(model);
    }

    private <T> @Nullable T any(List<T> list) {
        return list.isEmpty() ? null : list.get(random.nextInt(list.size()));
    }
}
