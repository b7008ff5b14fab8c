package io.orderflow.command.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.command.AdjustStock;
import io.orderflow.api.stock.command.CommitStock;
import io.orderflow.api.stock.command.RegisterStock;
import io.orderflow.api.stock.command.ReleaseStock;
import io.orderflow.api.stock.command.ReserveStock;
import io.orderflow.api.stock.command.StockCommand;
import io.orderflow.api.stock.event.StockAdjusted;
import io.orderflow.api.stock.event.StockCommitted;
import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.api.stock.event.StockRegistered;
import io.orderflow.api.stock.event.StockReleased;
import io.orderflow.api.stock.event.StockReservationRefused;
import io.orderflow.api.stock.event.StockReserved;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
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

/** Random command sequences, many of them repeated, against a model that counts units by hand. */
class ProductStockModelTest {

    private static final long SEED = Long.getLong("orderflow.model.seed", System.nanoTime());
    private static final int SEQUENCES = 2_000;
    private static final int COMMANDS = 25;

    private static final AggregateModel<ProductStock> AGGREGATE =
            AnnotatedAggregateMetaModelFactory.inspectAggregate(ProductStock.class);

    private final Random random = new Random(SEED);
    private final Set<ErrorCode> refusals = EnumSet.noneOf(ErrorCode.class);

    @Test
    void promises_no_unit_twice() {
        System.out.println("ProductStockModelTest: -Dorderflow.model.seed=" + SEED);
        for (int number = 0; number < SEQUENCES; number++) {
            runSequence("SKU-" + number);
        }
        assertThat(refusals)
                .as("seed %d", SEED)
                .contains(
                        ErrorCode.STOCK_ALREADY_REGISTERED,
                        ErrorCode.STOCK_NOT_FOUND,
                        ErrorCode.STOCK_BELOW_PROMISED,
                        ErrorCode.SHIPMENT_EXCEEDS_ORDER);
    }

    private void runSequence(String sku) {
        EventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        CommandGateway gateway = gatewayTo(store);
        ProductStockModel model = new ProductStockModel();
        List<StockCommand> sent = new ArrayList<>();
        // the first command creates the stream: the others would find no product
        StockCommand first =
                random.nextBoolean() ? new RegisterStock(sku, "Desk", 10) : new ReserveStock(sku, order(), 3);
        for (int i = 0; i < COMMANDS; i++) {
            StockCommand command = i == 0 ? first : randomCommand(sku);
            sent.add(command);
            @Nullable ErrorCode expected = model.expect(command);
            assertThat(send(gateway, command))
                    .as("seed %d: %s", SEED, sent)
                    .isEqualTo(expected == null ? model.version() : expected);
        }
        List<? extends EventMessage<?>> events =
                store.readEvents(StockEvent.streamOf(sku)).asStream().toList();
        assertThat(events.size() - 1).as("seed %d: %s", SEED, sent).isEqualTo(model.version());
        StockLevel last = new StockLevel(0, 0, 0);
        for (EventMessage<?> event : events) {
            last = levelAfter((StockEvent) event.getPayload(), last);
            assertThat(last.available()).as("seed %d: %s", SEED, sent).isNotNegative();
            assertThat(Math.min(last.reserved(), last.committed())).isNotNegative();
        }
        assertThat(last).as("seed %d: %s", SEED, sent).isEqualTo(model.level());
    }

    private static CommandGateway gatewayTo(EventStore store) {
        CommandBus bus = SimpleCommandBus.builder().build();
        Repository<ProductStock> repository = EventSourcingRepository.builder(ProductStock.class)
                .aggregateModel(AGGREGATE)
                .eventStore(store)
                .build();
        AggregateAnnotationCommandHandler.<ProductStock>builder()
                .aggregateType(ProductStock.class)
                .aggregateModel(AGGREGATE)
                .repository(repository)
                .build()
                .subscribe(bus);
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    private Object send(CommandGateway gateway, StockCommand command) {
        try {
            return gateway.<Long>sendAndWait(command);
        } catch (RuleViolated refused) {
            refusals.add(refused.code());
            return refused.code();
        }
    }

    private StockCommand randomCommand(String sku) {
        return switch (random.nextInt(12)) {
            case 0 -> new RegisterStock(sku, "Desk", random.nextInt(20));
            case 1, 2 -> new AdjustStock(sku, random.nextInt(13) - 6, "count");
            case 3, 4, 5, 6 -> new ReserveStock(sku, order(), random.nextInt(6));
            case 7 -> new ReleaseStock(sku, order());
            default -> new CommitStock(sku, order(), StockSamples.id(random.nextInt(4)), random.nextInt(4));
        };
    }

    private UUID order() {
        return StockSamples.id(100 + random.nextInt(6));
    }

    private static StockLevel levelAfter(StockEvent event, StockLevel before) {
        if (event instanceof StockRegistered registered) {
            return registered.level();
        } else if (event instanceof StockAdjusted adjusted) {
            return adjusted.level();
        } else if (event instanceof StockReserved reserved) {
            return reserved.level();
        } else if (event instanceof StockReleased released) {
            return released.level();
        } else if (event instanceof StockCommitted committed) {
            return committed.level();
        }
        assertThat(event).isInstanceOf(StockReservationRefused.class);
        return before;
    }
}
