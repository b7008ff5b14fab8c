package io.orderflow.benchmarks.machine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Whether something else uses the machine. All processors are asked for at once, half a second long, by threads that do the
 * same sum again and again.
 *
 * @param load processes that wanted to run on average over the last minute; negative where the system does not say
 * @param share the part of the processors that the sum got, from 0 to 1
 * @param speed how often it was done, in thousands a second of processor time: less when the processor itself is slower
 */
public record Quiet(double load, double share, double speed) {

    private static final long SPAN_NANOS = 500_000_000;
    private static final double LEAST_SHARE = 0.95;
    private static final double GREATEST_DRIFT = 0.1;

    /** Looks now. Takes one second, half of it to warm up. */
    public static Quiet look() {
        double load = Machine.system().getSystemLoadAverage();
        onAllProcessors();
        List<Sum> sums = onAllProcessors();
        double used = sums.stream().mapToLong(Sum::processorNanos).sum();
        double asked = sums.stream().mapToLong(Sum::wallNanos).sum();
        double times = sums.stream().mapToLong(Sum::times).sum();
        return new Quiet(load, Math.min(1, used / asked), times / (used / 1e9) / 1_000);
    }

    /** Whether the processors were free at both times, and as quick. */
    public static boolean between(Quiet before, Quiet after) {
        return before.share >= LEAST_SHARE
                && after.share >= LEAST_SHARE
                && Math.abs(after.speed / before.speed - 1) <= GREATEST_DRIFT;
    }

    private record Sum(long times, long processorNanos, long wallNanos) {}

    private static List<Sum> onAllProcessors() {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(processors);
        try {
            List<Future<Sum>> running = new ArrayList<>();
            for (int i = 0; i < processors; i++) {
                running.add(threads.submit(Quiet::sum));
            }
            List<Sum> sums = new ArrayList<>();
            for (Future<Sum> sum : running) {
                sums.add(sum.get());
            }
            return sums;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Sum sum() {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long processor = thread.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long times = 0;
        long value = 1;
        while (System.nanoTime() - start < SPAN_NANOS) {
            for (int i = 0; i < 1_000; i++) {
                value = value * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            }
            // never so, but the compiler does not know
            times += value == 0 ? 0 : 1;
        }
        return new Sum(times, thread.getCurrentThreadCpuTime() - processor, System.nanoTime() - start);
    }
}
