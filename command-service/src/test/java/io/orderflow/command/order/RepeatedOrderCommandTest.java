package io.orderflow.command.order;

import static io.orderflow.command.order.OrderSamples.ADDRESS;
import static io.orderflow.command.order.OrderSamples.CUSTOMER;
import static io.orderflow.command.order.OrderSamples.DESK;
import static io.orderflow.command.order.OrderSamples.DESKS;
import static io.orderflow.command.order.OrderSamples.EXPIRES_AT;
import static io.orderflow.command.order.OrderSamples.LAMP;
import static io.orderflow.command.order.OrderSamples.LAMPS;
import static io.orderflow.command.order.OrderSamples.ORDER;
import static io.orderflow.command.order.OrderSamples.ORDERED_AT;
import static io.orderflow.command.order.OrderSamples.SHIPPED_AT;
import static io.orderflow.command.order.OrderSamples.TOKEN;
import static io.orderflow.command.order.OrderSamples.TOTAL;
import static io.orderflow.command.order.OrderSamples.eur;
import static io.orderflow.command.order.OrderSamples.historyTo;
import static io.orderflow.command.order.OrderSamples.id;
import static io.orderflow.command.order.OrderSamples.line;
import static io.orderflow.command.order.OrderSamples.refusal;
import static io.orderflow.command.order.OrderSamples.versionOf;
import static io.orderflow.command.platform.repetition.RequestSamples.creation;
import static io.orderflow.command.platform.repetition.RequestSamples.event;
import static io.orderflow.command.platform.repetition.RequestSamples.expecting;
import static io.orderflow.command.platform.repetition.RequestSamples.request;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.metadata.MetadataKeys;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.command.AddOrderItem;
import io.orderflow.api.order.command.CancelOrder;
import io.orderflow.api.order.command.ChangeItemQuantity;
import io.orderflow.api.order.command.ChangeShippingAddress;
import io.orderflow.api.order.command.ConfirmOrder;
import io.orderflow.api.order.command.CreateOrder;
import io.orderflow.api.order.command.MarkDelivered;
import io.orderflow.api.order.command.OrderCommand;
import io.orderflow.api.order.command.PlaceOrder;
import io.orderflow.api.order.command.Placement;
import io.orderflow.api.order.command.RemoveOrderItem;
import io.orderflow.api.order.command.ShipItems;
import io.orderflow.api.order.event.ItemQuantityChanged;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.api.order.event.ShippingAddressChanged;
import io.orderflow.command.platform.repetition.RepeatedAnswer;
import io.orderflow.command.platform.repetition.RequestSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands that are sent twice, and commands that expect a version. */
class RepeatedOrderCommandTest {

    private static final Map<String, String> FIRST = request("key", "this request");
    private static final Map<String, String> OTHER = request("key", "another request");

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    @BeforeEach
    void handOnMetadata() {
        fixture.registerCommandHandlerInterceptor(RequestSamples.correlation());
    }

    /** All that callers may send about an order that exists, also where it changes nothing. */
    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(OrderStatus.PENDING, new AddOrderItem(ORDER, line(id(13), "CHAIR", 1, "1.00"))),
                Arguments.of(OrderStatus.PENDING, new ChangeItemQuantity(ORDER, DESK, 7)),
                Arguments.of(OrderStatus.PENDING, new ChangeItemQuantity(ORDER, DESK, DESKS.quantity())),
                Arguments.of(OrderStatus.PENDING, new RemoveOrderItem(ORDER, LAMP)),
                Arguments.of(
                        OrderStatus.PENDING,
                        new ChangeShippingAddress(ORDER, new Address("Bob", "2 Side St", "1", "Bonn", null, "DE"))),
                Arguments.of(OrderStatus.PENDING, new ChangeShippingAddress(ORDER, ADDRESS)),
                Arguments.of(OrderStatus.PENDING, new PlaceOrder(ORDER, TOKEN)),
                Arguments.of(OrderStatus.CONFIRMED, new CancelOrder(ORDER, "no")),
                Arguments.of(
                        OrderStatus.CONFIRMED,
                        new ShipItems(ORDER, id(31), List.of(new ShipItems.Item(DESK, 1)), "DHL", "T", SHIPPED_AT)),
                Arguments.of(OrderStatus.SHIPPED, new MarkDelivered(ORDER)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void leaves_an_event_that_carries_the_key(OrderStatus status, OrderCommand command) {
        fixture.given(historyTo(status))
                .when(command, FIRST)
                .expectResultMessagePayload(versionOf(status) + 1)
                .expectEventsMatching(Matchers.exactSequenceOf(Matchers.matches((EventMessage<?> event) ->
                        event.getMetaData().entrySet().containsAll(FIRST.entrySet()))));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void has_no_second_effect_and_the_first_answer(OrderStatus status, OrderCommand command) {
        fixture.given(historyTo(status))
                .andGivenCommands(sent(command, FIRST))
                .when(command, FIRST)
                .expectNoEvents()
                .expectResultMessagePayload(new RepeatedAnswer(versionOf(status) + 1));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void is_refused_when_the_key_was_used_for_another_request(OrderStatus status, OrderCommand command) {
        fixture.given(historyTo(status))
                .andGivenCommands(sent(command, FIRST))
                .when(command, OTHER)
                .expectNoEvents()
                .expectException(refusal(ErrorCode.IDEMPOTENCY_KEY_REUSED));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void is_carried_out_only_at_the_version_it_expects(OrderStatus status, OrderCommand command) {
        long version = versionOf(status);

        fixture.given(historyTo(status))
                .when(command, expecting(version + 1, FIRST))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.VERSION_CONFLICT))
                .expectExceptionMessage("version %d was expected, it is %d".formatted(version + 1, version));
        fixture.given(historyTo(status))
                .when(command, expecting(version, FIRST))
                .expectResultMessagePayload(version + 1);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_repetition_is_answered_before_anyone_asks_for_the_version(OrderStatus status, OrderCommand command) {
        fixture.given(historyTo(status))
                .andGivenCommands(sent(command, expecting(versionOf(status), FIRST)))
                .when(command, expecting(versionOf(status), FIRST))
                .expectNoEvents()
                .expectResultMessagePayload(new RepeatedAnswer(versionOf(status) + 1));
    }

    @Test
    void a_late_repetition_does_not_bring_an_old_value_back() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .andGiven(
                        event(new ItemQuantityChanged(ORDER, DESK, 5, eur("100.95")), FIRST),
                        event(
                                new ItemQuantityChanged(ORDER, DESK, 6, eur("120.94")),
                                request("later", "later request")))
                .when(new ChangeItemQuantity(ORDER, DESK, 5), FIRST)
                .expectNoEvents()
                .expectResultMessagePayload(new RepeatedAnswer(1));
    }

    @Test
    void a_refusal_leaves_nothing_to_remember() {
        fixture.given(historyTo(OrderStatus.PLACED))
                .when(new AddOrderItem(ORDER, line(id(13), "CHAIR", 1, "1.00")), FIRST)
                .expectNoEvents()
                .expectException(refusal(ErrorCode.ORDER_NOT_PENDING));
    }

    @Test
    void without_a_key_what_changes_nothing_leaves_no_event() {
        fixture.given(historyTo(OrderStatus.PENDING))
                .when(new ChangeShippingAddress(ORDER, ADDRESS))
                .expectNoEvents()
                .expectResultMessagePayload(0L);
    }

    @Test
    void a_command_of_a_process_leaves_no_key() {
        fixture.given(historyTo(OrderStatus.PLACED))
                .when(new ConfirmOrder(ORDER), Map.of(MetadataKeys.USER_ID, "order-fulfilment"))
                .expectEventsMatching(Matchers.exactSequenceOf(Matchers.matches(
                        (EventMessage<?> event) -> event.getMetaData().isEmpty())));
    }

    @Test
    void an_order_created_and_placed_is_answered_with_the_version_of_the_second_event() {
        CreateOrder create = create(new Placement(TOKEN));

        fixture.givenNoPriorActivity().when(create, creation("key", "f")).expectResultMessagePayload(1L);
        fixture.given(
                        event(created(), creation("key", "f")),
                        event(placed(), creation("key", "f")),
                        new OrderConfirmed(ORDER))
                .when(create, creation("key", "f"))
                .expectNoEvents()
                .expectResultMessagePayload(new RepeatedAnswer(1));
    }

    @Test
    void an_order_is_created_once_by_the_same_request_without_a_key() {
        fixture.given(event(created(), creation(null, "f")), new OrderCancelled(ORDER, "no"))
                .when(create(null), creation(null, "f"))
                .expectNoEvents()
                .expectResultMessagePayload(new RepeatedAnswer(0));
    }

    @Test
    void an_order_is_created_once_by_the_same_request_whatever_its_key() {
        for (Map<String, String> first : List.of(creation("key", "f"), creation(null, "f"))) {
            for (Map<String, String> second : List.of(creation("other", "f"), creation(null, "f"))) {
                fixture.given(event(created(), first))
                        .when(create(null), second)
                        .expectNoEvents()
                        .expectResultMessagePayload(new RepeatedAnswer(0));
            }
        }
    }

    @Test
    void another_order_under_the_same_id_is_refused_as_ever() {
        fixture.given(event(created(), creation(null, "f")))
                .when(create(null), creation(null, "g"))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.ORDER_ALREADY_EXISTS));
        fixture.given(event(created(), creation("key", "f")))
                .when(create(null), creation("other", "g"))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.ORDER_ALREADY_EXISTS));
    }

    @Test
    void the_aggregate_answers_the_same_however_far_its_story_has_gone_on() {
        List<Object> story = new ArrayList<>();
        story.add(event(created(), creation("k0", "f0")));
        for (int i = 1; i <= 300; i++) {
            story.add(event(
                    new ShippingAddressChanged(ORDER, new Address("A" + i, "B", "1", "C", null, "DE")),
                    request("k" + i, "f" + i)));
        }

        for (int i : new int[] {1, 150, 300}) {
            fixture.given(story)
                    .when(new ChangeShippingAddress(ORDER, ADDRESS), request("k" + i, "f" + i))
                    .expectNoEvents()
                    .expectResultMessagePayload(new RepeatedAnswer(i));
        }
    }

    private static GenericCommandMessage<?> sent(OrderCommand command, Map<String, String> metadata) {
        return new GenericCommandMessage<>(command, metadata);
    }

    private static CreateOrder create(@Nullable Placement placement) {
        return new CreateOrder(
                ORDER,
                CUSTOMER,
                "EUR",
                List.of(DESKS, LAMPS),
                ADDRESS,
                ORDERED_AT,
                placement,
                placement == null ? EXPIRES_AT : null);
    }

    private static OrderCreated created() {
        return (OrderCreated) historyTo(OrderStatus.PENDING).get(0);
    }

    private static OrderPlaced placed() {
        return new OrderPlaced(ORDER, CUSTOMER, List.of(DESKS, LAMPS), TOTAL, TOKEN);
    }
}
