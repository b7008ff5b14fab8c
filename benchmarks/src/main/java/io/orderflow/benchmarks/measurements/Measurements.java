package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.references.AxonDefaultsCreate;
import io.orderflow.benchmarks.references.AxonDefaultsVisible;
import io.orderflow.benchmarks.references.BareAnswers;
import io.orderflow.benchmarks.references.BareStart;
import io.orderflow.benchmarks.references.RawAppend;
import io.orderflow.benchmarks.references.RawRead;
import java.util.List;

/** All that is measured, in the order in which it is measured within a round: a reference beside what is compared with it. */
public final class Measurements {

    private static final List<Measurement> ALL = List.of(
            new StartAndIdle(),
            new BareStart(),
            new CreateOrder(),
            new RawAppend(),
            new AxonDefaultsCreate(),
            new OpenLoopCreate(),
            new Overload(),
            new ChangeOrder(),
            new CommandToVisible(),
            new AxonDefaultsVisible(),
            new CommandToFrame(),
            new OrderGrowth(),
            Read.byId(),
            Read.list(),
            Read.search(),
            new BareAnswers(),
            new ReplayReadModels(),
            new RawRead(),
            new MemoryAfterLoad());

    private Measurements() {}

    /** All of them. */
    public static List<Measurement> all() {
        return ALL;
    }
}
