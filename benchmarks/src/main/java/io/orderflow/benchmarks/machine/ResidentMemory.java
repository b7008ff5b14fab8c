package io.orderflow.benchmarks.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much physical memory a process takes: {@code VmRSS} on Linux, {@code ps -o rss} elsewhere. */
final class ResidentMemory {

    private static final long KIB = 1024;

    private ResidentMemory() {}

    /** In bytes; 0 when nobody knows. */
    static long of(ProcessHandle process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.isReadable(status) ? fromStatus(Files.readAllLines(status)) : fromPs(process);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private static long fromStatus(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
                .findFirst()
                .orElse(0);
    }

    private static long fromPs(ProcessHandle process) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
        String kib = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
        return kib.isEmpty() ? 0 : Long.parseLong(kib) * KIB;
    }
}
