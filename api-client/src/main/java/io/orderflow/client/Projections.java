package io.orderflow.client;

import java.util.List;
import java.util.Optional;

/** The routes for those who look after the projections. */
public final class Projections {

    private final Exchange exchange;
    private final Route queries;

    Projections(Exchange exchange, Route queries) {
        this.exchange = exchange;
        this.queries = queries;
    }

    /** How all of them are doing, by name. */
    public List<Projection> list() {
        ListOfThem all = exchange.send(
                Call.get(queries.to("projections")), exchange.json().type(ListOfThem.class));
        return all.items();
    }

    /** How one is doing, if there is one of that name. */
    public Optional<Projection> find(String name) {
        return exchange.find(
                Call.get(queries.to("projections", name)), exchange.json().type(Projection.class));
    }

    /** What a read model holds, summed up. Reads all of its rows. */
    public Checksum checksum(String name) {
        return exchange.send(
                Call.get(queries.to("projections", name, "checksum")),
                exchange.json().type(Checksum.class));
    }

    /** Makes one stand still on all replicas. */
    public Projection pause(String name) {
        return send(Projection.class, name, "pause");
    }

    /** Makes one go on. */
    public Projection resume(String name) {
        return send(Projection.class, name, "resume");
    }

    /** Begins to build the read model anew; refused with REPLAY_RUNNING while that is being done. */
    public Replay replay(String name) {
        return send(Replay.class, name, "replays");
    }

    /** The replay that was begun last, if there was any. */
    public Optional<Replay> currentReplay(String name) {
        return exchange.find(
                Call.get(queries.to("projections", name, "replays", "current")),
                exchange.json().type(Replay.class));
    }

    /** Stops the replay that is running. */
    public Replay cancelReplay(String name) {
        return send(Replay.class, name, "replays", "current", "cancel");
    }

    private <T> T send(Class<T> answer, String name, String... rest) {
        Object[] path = new Object[rest.length + 2];
        path[0] = "projections";
        path[1] = name;
        System.arraycopy(rest, 0, path, 2, rest.length);
        return exchange.send(
                new Call("POST", queries.to(path), null, Terms.NONE),
                exchange.json().type(answer));
    }

    private record ListOfThem(List<Projection> items) {}
}
