package io.orderflow.benchmarks.machine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What figures depend on. It says neither the machine's name nor where anything is on it.
 *
 * @param processors how many the virtual machine sees
 * @param processor what kind, as the system calls it
 * @param memoryBytes physical memory
 * @param operatingSystem its name and version
 * @param java the version and the name of the virtual machine
 */
public record Machine(int processors, String processor, long memoryBytes, String operatingSystem, String java) {

    /** This machine. */
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                processorName(),
                system().getTotalMemorySize(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.version") + ", " + System.getProperty("java.vm.name"));
    }

    static OperatingSystemMXBean system() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }

    private static String processorName() {
        Path told = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(told)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(told)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
