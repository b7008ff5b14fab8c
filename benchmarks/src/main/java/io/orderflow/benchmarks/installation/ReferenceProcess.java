package io.orderflow.benchmarks.installation;

import io.orderflow.benchmarks.machine.ProcessUse;
import io.orderflow.processes.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A reference that is a process of its own. It is started when it is first needed. */
public final class ReferenceProcess implements AutoCloseable {

    /** What every reference answers when it is ready. */
    private static final String READY = "/ready";

    private final String name;
    private final Path folder;
    private final Supplier<List<String>> settings;
    private final List<String> jvm;
    private @Nullable ServiceProcess process;
    private Duration start = Duration.ZERO;

    ReferenceProcess(String name, Path folder, Supplier<List<String>> settings, List<String> jvm) {
        this.name = name;
        this.folder = folder;
        this.settings = settings;
        this.jvm = jvm;
    }

    /** Where it answers. */
    public URI url() {
        ServiceProcess running = process;
        if (running == null) {
            running = another();
            process = running;
            start = Installation.timeToReady(running);
        }
        return running.url();
    }

    /** One more of it, not started yet, on the same data. */
    public ServiceProcess another() {
        return new ServiceProcess(name, folder, settings.get().toArray(String[]::new))
                .withOnly(jvm)
                .readyAt(READY);
    }

    /** How long it took to start. */
    public Duration start() {
        url();
        return start;
    }

    /** How much physical memory it takes; 0 while it was not used, or where the system does not say. */
    public long residentBytes() {
        return started().map(handle -> ProcessUse.of(handle).residentBytes()).orElse(0L);
    }

    Optional<ProcessHandle> started() {
        return Optional.ofNullable(process).map(ServiceProcess::handle);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
