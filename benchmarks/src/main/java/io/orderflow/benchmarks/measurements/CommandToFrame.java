package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.installation.SampleOrders;
import io.orderflow.benchmarks.load.HttpConnection;
import io.orderflow.benchmarks.load.HttpConnection.Answer;
import io.orderflow.benchmarks.report.Figure;
import io.orderflow.benchmarks.report.Target;
import io.orderflow.client.LiveStream;
import io.orderflow.client.OrderFilter;
import io.orderflow.client.OrderListListener;
import io.orderflow.client.OrderSummary;
import io.orderflow.client.Page;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** From the acknowledgement of a new order until a client that follows the live list has read its frame; 0 when that was first. */
final class CommandToFrame implements Measurement {

    private static final long PATIENCE_SECONDS = 120;

    @Override
    public String name() {
        return "command-to-frame";
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return List.of(
                Figure.of("command-to-frame/p50", "command to stream frame, p50", "ms")
                        .shallBe(Target.atMost(10, 5)),
                Figure.of("command-to-frame/p99", "command to stream frame, p99", "ms")
                        .shallBe(Target.atMost(30, 15)));
    }

    @Override
    public void measure(Bench bench, Values values) throws IOException, InterruptedException {
        UUID customer = UUID.randomUUID();
        SampleOrders samples = bench.newOrders();
        Times times = new Times(bench.plan().samples());
        Frames frames = new Frames();
        try (LiveStream live = bench.client().orders().follow(OrderFilter.all().of(customer), frames);
                HttpConnection commands = new HttpConnection(bench.commands())) {
            if (!frames.opened.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the stream does not open: " + live.ended());
            }
            while (times.areWanted()) {
                Answer created = commands.send("POST", "/api/v1/orders", samples.next(customer));
                if (created.status() == 201) {
                    long acknowledged = System.nanoTime();
                    long read = frames.timeOf(UUID.fromString(created.text("orderId")));
                    times.add(Math.max(0, read - acknowledged));
                } else {
                    values.failed(1);
                    times.miss();
                }
            }
        }
        times.put("command-to-frame", values);
    }

    /** Takes the time of each frame. */
    private static final class Frames implements OrderListListener {

        final CountDownLatch opened = new CountDownLatch(1);
        private final BlockingQueue<Frame> read = new LinkedBlockingQueue<>();

        private record Frame(UUID order, long at) {}

        long timeOf(UUID order) throws InterruptedException {
            while (true) {
                Frame frame = read.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (frame == null) {
                    throw new IllegalStateException("no frame tells of an order that was created");
                }
                if (frame.order().equals(order)) {
                    return frame.at();
                }
            }
        }

        @Override
        public void snapshot(Page<OrderSummary> orders) {
            orders.items().forEach(this::changed);
            opened.countDown();
        }

        @Override
        public void changed(OrderSummary order) {
            read.add(new Frame(order.orderId(), System.nanoTime()));
        }

        @Override
        public void left(OrderSummary order) {
            // nothing leaves a list of all of a customer's orders
        }
    }
}
