package io.orderflow.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Processor time of a process and of those that it has started and that have ended, as Linux counts it. */
final class ProcessorTime {

    private static final long NANOS_A_TICK = 10_000_000; // USER_HZ is 100 wherever the JVM runs on Linux

    /** Behind the name, which may hold spaces: utime, stime, cutime and cstime of proc(5). */
    private static final int FIRST = 11;

    private static final int FIELDS = 4;

    private ProcessorTime() {}

    /** Without those that have ended where there is no {@code /proc}; zero if the process itself has. */
    static Duration of(ProcessHandle process) {
        if (process.equals(ProcessHandle.current())) {
            return itsOwn(process);
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Stream.of(fields)
                    .skip(FIRST)
                    .limit(FIELDS)
                    .mapToLong(Long::parseLong)
                    .sum();
            return Duration.ofNanos(ticks * NANOS_A_TICK);
        } catch (IOException e) {
            return itsOwn(process);
        }
    }

    private static Duration itsOwn(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
