package io.orderflow.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.command.AddOrderItem;
import io.orderflow.api.order.command.CancelOrder;
import io.orderflow.api.order.command.ChangeItemQuantity;
import io.orderflow.api.order.command.ConfirmOrder;
import io.orderflow.api.order.command.CreateOrder;
import io.orderflow.api.order.command.ExpireOrder;
import io.orderflow.api.order.command.MarkDelivered;
import io.orderflow.api.order.command.OrderCommand;
import io.orderflow.api.order.command.PlaceOrder;
import io.orderflow.api.order.command.RejectOrder;
import io.orderflow.api.order.command.RemoveOrderItem;
import io.orderflow.api.order.command.ShipItems;
import io.orderflow.api.order.event.ItemsShipped;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.command.platform.repetition.RepeatedAnswer;
import io.orderflow.command.platform.repetition.RequestSamples;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random command sequences against a model that says in a few lines what an order may do. Many commands have keys, and
 * are sent again; some expect a version.
 */
class OrderModelTest {

    private static final long SEED = Long.getLong("orderflow.model.seed", System.nanoTime());
    private static final int SEQUENCES = 2_000;
    private static final int COMMANDS = 25;
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");

    private static final AggregateModel<Order> AGGREGATE =
            AnnotatedAggregateMetaModelFactory.inspectAggregate(Order.class);

    private final Random random = new Random(SEED);
    private final Set<ErrorCode> refusals = EnumSet.noneOf(ErrorCode.class);
    private int repeated;
    private final Set<OrderStatus> reached = EnumSet.noneOf(OrderStatus.class);

    @Test
    void decides_as_the_model_does() {
        System.out.println("OrderModelTest: -Dorderflow.model.seed=" + SEED);
        for (int number = 0; number < SEQUENCES; number++) {
            runSequence(number);
        }
        assertThat(reached).as("seed %d", SEED).containsExactlyInAnyOrder(OrderStatus.values());
        assertThat(refusals)
                .as("seed %d", SEED)
                .hasSizeGreaterThan(11)
                .contains(ErrorCode.IDEMPOTENCY_KEY_REUSED, ErrorCode.VERSION_CONFLICT);
        assertThat(repeated).as("seed %d", SEED).isGreaterThan(SEQUENCES);
    }

    private void runSequence(int number) {
        EventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        CommandGateway gateway = gatewayTo(store);
        UUID order = OrderSamples.id(number);
        String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        OrderModel model = new OrderModel(currency);
        RepetitionModel repetitions = new RepetitionModel(model);
        List<RepetitionModel.Request> sent = new ArrayList<>();
        OrderLine first = randomLine(currency, 1 + random.nextInt(6));
        RepetitionModel.Request creation =
                new RepetitionModel.Request(create(order, currency, List.of(first)), randomKey(), "creation", null);
        send(gateway, creation);
        model.created(first);
        repetitions.created(creation);
        sent.add(creation);
        for (int i = 0; i < COMMANDS; i++) {
            RepetitionModel.Request request = randomRequest(order, currency, model, sent);
            sent.add(request);
            assertThat(send(gateway, request)).as("seed %d: %s", SEED, sent).isEqualTo(repetitions.expect(request));
            reached.add(model.status);
        }
        repeated += repetitions.repeated;
        compare(model, store.readEvents(OrderEvent.streamOf(order)).asStream().toList(), sent);
    }

    private void compare(OrderModel model, List<? extends EventMessage<?>> events, List<RepetitionModel.Request> sent) {
        Money shipped = Money.zero(model.currency);
        boolean complete = false;
        for (EventMessage<?> event : events) {
            if (event.getPayload() instanceof ItemsShipped shipment) {
                shipped = shipped.plus(shipment.amount());
                complete = shipment.complete();
                assertThat(shipment.amount().amount().signum()).isNotNegative();
            } else if (event.getPayload() instanceof OrderPlaced placed) {
                assertThat(placed.total()).as("seed %d: %s", SEED, sent).isEqualTo(model.total());
                assertThat(placed.lines()).containsExactlyElementsOf(model.lines.values());
            }
        }
        assertThat(events.get(0).getPayload()).isInstanceOf(OrderCreated.class);
        assertThat(events.size() - 1).as("seed %d: %s", SEED, sent).isEqualTo(model.version);
        assertThat(complete).as("seed %d: %s", SEED, sent).isEqualTo(model.isShipped());
        if (complete) {
            assertThat(shipped).as("seed %d: %s", SEED, sent).isEqualTo(model.total());
        }
    }

    private static CommandGateway gatewayTo(EventStore store) {
        CommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(RequestSamples.correlation());
        Repository<Order> repository = EventSourcingRepository.builder(Order.class)
                .aggregateModel(AGGREGATE)
                .eventStore(store)
                .build();
        AggregateAnnotationCommandHandler.<Order>builder()
                .aggregateType(Order.class)
                .aggregateModel(AGGREGATE)
                .repository(repository)
                .build()
                .subscribe(bus);
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    /** What the model is compared with: the code of a refusal, or the version after a success. */
    private Object send(CommandGateway gateway, RepetitionModel.Request request) {
        try {
            Object result = gateway.sendAndWait(new GenericCommandMessage<>(request.command(), request.metadata()));
            return result instanceof RepeatedAnswer repetition ? repetition.version() : result;
        } catch (RuleViolated refused) {
            refusals.add(refused.code());
            return refused.code();
        }
    }

    private RepetitionModel.Request randomRequest(
            UUID order, String currency, OrderModel model, List<RepetitionModel.Request> sent) {
        RepetitionModel.Request earlier = sent.get(random.nextInt(sent.size()));
        @Nullable Long expected = random.nextInt(4) > 0 ? null : model.version - random.nextInt(3) / 2;
        return switch (random.nextInt(6)) {
            // the same again, whatever version it expects now
            case 0 -> new RepetitionModel.Request(earlier.command(), earlier.key(), earlier.fingerprint(), expected);
            // another request under a key that may have been used
            case 1 ->
                new RepetitionModel.Request(
                        randomCommand(order, currency), earlier.key(), "f" + random.nextLong(), expected);
            default ->
                new RepetitionModel.Request(
                        randomCommand(order, currency), randomKey(), "f" + random.nextLong(), expected);
        };
    }

    private @Nullable String randomKey() {
        return random.nextBoolean() ? null : "k" + random.nextLong();
    }

    private OrderCommand randomCommand(UUID order, String currency) {
        return switch (random.nextInt(20)) {
            case 0 -> create(order, currency, List.of(randomLine(currency, 1)));
            case 1, 2, 3 ->
                new AddOrderItem(order, randomLine(random.nextInt(15) == 0 ? "USD" : currency, random.nextInt(6)));
            case 4, 5 -> new ChangeItemQuantity(order, randomLineId(), random.nextInt(6));
            case 6 -> new RemoveOrderItem(order, randomLineId());
            case 7, 8 -> new PlaceOrder(order, "tok_approve");
            case 9, 10 -> new ConfirmOrder(order);
            case 11 ->
                random.nextInt(4) == 0
                        ? new RejectOrder(order, RejectionReason.PAYMENT_DECLINED, null, "declined")
                        : new ConfirmOrder(order);
            case 12 -> random.nextInt(8) == 0 ? new CancelOrder(order, "no") : new PlaceOrder(order, "tok_late");
            case 13 -> random.nextInt(8) == 0 ? new ExpireOrder(order) : new PlaceOrder(order, "tok_late");
            case 14 -> new MarkDelivered(order);
            default ->
                new ShipItems(
                        order,
                        OrderSamples.id(random.nextInt(1_000)),
                        IntStream.rangeClosed(0, random.nextInt(3))
                                .mapToObj(i -> new ShipItems.Item(randomLineId(), 1 + random.nextInt(3)))
                                .toList(),
                        "DHL",
                        "T",
                        OrderSamples.SHIPPED_AT);
        };
    }

    private static CreateOrder create(UUID order, String currency, List<OrderLine> lines) {
        return new CreateOrder(
                order,
                OrderSamples.CUSTOMER,
                currency,
                lines,
                OrderSamples.ADDRESS,
                OrderSamples.ORDERED_AT,
                null,
                OrderSamples.EXPIRES_AT);
    }

    private OrderLine randomLine(String currency, int quantity) {
        BigDecimal price = BigDecimal.valueOf(random.nextInt(50_000_000), random.nextInt(7));
        return new OrderLine(randomLineId(), "SKU", "Product", quantity, new Money(price, currency));
    }

    private UUID randomLineId() {
        return OrderSamples.id(1 + random.nextInt(4));
    }
}
