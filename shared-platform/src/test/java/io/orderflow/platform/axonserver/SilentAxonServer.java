package io.orderflow.platform.axonserver;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Lets services connect as to an Axon Server that holds no event and sends nothing: enough for them to start. What an Axon
 * Server does is tried with a real one.
 */
public final class SilentAxonServer implements AutoCloseable {

    private static final long EMPTY = -1;

    private final Server server;

    /** Starts it on a free port. */
    public SilentAxonServer() {
        try {
            server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                    .addService(new Platform())
                    .addService(new Events())
                    .addService(new Commands())
                    .addService(new Queries())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, as the setting {@code axon.axonserver.servers} says it. */
    public String address() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {

        @Override
        public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answer) {
            answer.onNext(PlatformInfo.newBuilder().setSameConnection(true).build());
            answer.onCompleted();
        }

        @Override
        public StreamObserver<PlatformInboundInstruction> openStream(
                StreamObserver<PlatformOutboundInstruction> instructions) {
            return new Ignoring<>(instructions) {
                @Override
                public void onNext(PlatformInboundInstruction said) {
                    if (!said.getInstructionId().isEmpty()) {
                        instructions.onNext(PlatformOutboundInstruction.newBuilder()
                                .setAck(InstructionAck.newBuilder()
                                        .setInstructionId(said.getInstructionId())
                                        .setSuccess(true))
                                .build());
                    }
                }
            };
        }
    }

    private static final class Events extends EventStoreGrpc.EventStoreImplBase {

        @Override
        public void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> answer) {
            answer.onNext(TrackingToken.newBuilder().setToken(EMPTY).build());
            answer.onCompleted();
        }

        @Override
        public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> answer) {
            answer.onNext(TrackingToken.newBuilder().setToken(EMPTY).build());
            answer.onCompleted();
        }

        @Override
        public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> events) {
            return new Ignoring<>(events);
        }
    }

    private static final class Commands extends CommandServiceGrpc.CommandServiceImplBase {

        @Override
        public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> commands) {
            return new Ignoring<>(commands);
        }
    }

    private static final class Queries extends QueryServiceGrpc.QueryServiceImplBase {

        @Override
        public StreamObserver<QueryProviderOutbound> openStream(StreamObserver<QueryProviderInbound> queries) {
            return new Ignoring<>(queries);
        }
    }

    private static class Ignoring<T> implements StreamObserver<T> {

        private final StreamObserver<?> answer;

        private Ignoring(StreamObserver<?> answer) {
            this.answer = answer;
        }

        @Override
        public void onNext(T said) {
            // nothing comes of it
        }

        @Override
        public void onError(Throwable end) {
            // the other side has gone
        }

        @Override
        public void onCompleted() {
            answer.onCompleted();
        }
    }
}
