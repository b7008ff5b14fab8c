package io.orderflow.benchmarks.machine;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a process has used, and uses, as the operating system counts it.
 *
 * @param processorTime user and system time of all its threads since its start, and of its descendants
 * @param residentBytes memory of the process alone that is in physical memory; 0 where the system does not say
 * @param at when, in the nanoseconds of {@link System#nanoTime()}
 */
public record ProcessUse(Duration processorTime, long residentBytes, long at) {

    /**
     * Looks now. Descendants count too, also those that have ended where the system tells of them; but not those of this
     * process, which are what it measures.
     */
    public static ProcessUse of(ProcessHandle process) {
        Stream<ProcessHandle> all = process.equals(ProcessHandle.current())
                ? Stream.of(process)
                : Stream.concat(Stream.of(process), process.descendants());
        Duration time = all.map(ProcessorTime::of).reduce(Duration.ZERO, Duration::plus);
        return new ProcessUse(time, ResidentMemory.of(process), System.nanoTime());
    }

    /** How many processors it has used on average since then: 1 is one of them all the time. */
    public double processorsSince(ProcessUse before) {
        return (double) processorTime.minus(before.processorTime).toNanos() / (at - before.at);
    }
}
