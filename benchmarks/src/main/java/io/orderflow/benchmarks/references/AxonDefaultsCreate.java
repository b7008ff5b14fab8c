package io.orderflow.benchmarks.references;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.installation.SampleOrders;
import io.orderflow.benchmarks.load.ClosedLoop;
import io.orderflow.benchmarks.measurements.HttpClient;
import io.orderflow.benchmarks.measurements.LoadFigures;
import io.orderflow.benchmarks.measurements.Measurement;
import io.orderflow.benchmarks.measurements.Values;
import io.orderflow.benchmarks.report.Figure;
import java.net.URI;
import java.util.List;

/** Orders created on the defaults of Axon and Spring, 16 clients. */
public final class AxonDefaultsCreate implements Measurement {

    private static final String ID = "axon-defaults-create";
    private static final int CLIENTS = 16;

    @Override
    public String name() {
        return ID;
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return LoadFigures.of(ID, "create order on defaults, 16 clients");
    }

    @Override
    public void measure(Bench bench, Values values) {
        URI url = bench.axonDefaults().url();
        values.put(
                ID, new ClosedLoop(CLIENTS, bench.plan().warmUp(), bench.plan().measured()).run(() -> {
                            SampleOrders samples = bench.newOrders();
                            return new HttpClient(
                                    url,
                                    connection -> connection
                                                    .send("POST", "/orders", samples.next())
                                                    .status()
                                            == 201);
                        }));
    }
}
