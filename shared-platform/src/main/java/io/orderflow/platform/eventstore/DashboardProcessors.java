package io.orderflow.platform.eventstore;

import io.axoniq.axonserver.grpc.control.EventProcessorInfo;
import io.orderflow.platform.axon.ReplayedBeside;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.processor.EventProcessorControlService;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the processors on Axon Server's dashboard under the names of their groups, by which it also tells them what to do: that
 * of a read model has another name with each generation. While a read model is replayed beside itself, what is shown is the
 * replay. One that cannot be described for the moment is left out; Axon
 * would describe none ever after.
 */
final class DashboardProcessors extends EventProcessorControlService {

    private static final Logger log = LoggerFactory.getLogger(DashboardProcessors.class);

    private final EventProcessingConfiguration processing;

    DashboardProcessors(
            AxonServerConnectionManager connections, EventProcessingConfiguration processing, String context) {
        super(connections, processing, context, Map.of());
        this.processing = processing;
    }

    @Override
    protected Supplier<EventProcessorInfo> infoSupplier(EventProcessor processor) {
        String group = processing.eventProcessors().entrySet().stream()
                .filter(known -> known.getValue() == processor)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(processor::getName);
        return () -> {
            try {
                return describe(processor).setProcessorName(group).build();
            } catch (RuntimeException e) {
                log.debug("{} is not on the dashboard for the moment", group, e);
                return null;
            }
        };
    }

    private EventProcessorInfo.Builder describe(EventProcessor processor) {
        Optional<StreamingEventProcessor> replay =
                processor instanceof ReplayedBeside replayed ? replayed.replay() : Optional.empty();
        if (replay.isEmpty()) {
            return super.infoSupplier(processor).get().toBuilder();
        }
        EventProcessorInfo.Builder info = super.infoSupplier(replay.get()).get().toBuilder();
        info.getSegmentStatusBuilderList().forEach(segment -> segment.setReplaying(true));
        return info;
    }
}
