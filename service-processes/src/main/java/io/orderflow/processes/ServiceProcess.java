package io.orderflow.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One service, started from its packaged jar as a process of its own. It keeps its port over restarts. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final long LOOK_MILLIS = 50;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static { // who is ended in the middle leaves none behind
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String name;
    private final Path data;
    private final List<String> settings;
    /** What the machine is given; of two options of a kind the last one counts. */
    private final List<String> jvmOptions = new ArrayList<>(List.of(
            "-Xmx384m",
            // in a test it lives for a minute only: better soon quick than quicker later
            "-XX:TieredStopAtLevel=1"));

    private final int port = freePort();
    private String readiness = "/actuator/health/readiness";
    private @Nullable Process process;

    /**
     * Starts nothing yet.
     *
     * @param name of the module
     * @param data the folder of its files and its log
     */
    public ServiceProcess(String name, Path data, String... settings) {
        this.name = name;
        this.data = data;
        this.settings = List.of(settings);
    }

    /** Where it answers. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Has its virtual machine started with another option. */
    public ServiceProcess with(String jvmOption) {
        jvmOptions.add(jvmOption);
        return this;
    }

    /** Has its virtual machine started with these options alone, instead of those that suit a test. */
    public ServiceProcess withOnly(List<String> options) {
        jvmOptions.clear();
        jvmOptions.addAll(options);
        return this;
    }

    /** Has it taken for ready when it answers 200 here, instead of at its readiness probe. */
    public ServiceProcess readyAt(String path) {
        readiness = path;
        return this;
    }

    /** Starts the process and returns at once. */
    public ServiceProcess start() {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", jar(), "--server.port=" + port, "--orderflow.data-dir=" + data));
        command.addAll(settings);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
            RUNNING.add(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Starts it and waits until it is ready. */
    public ServiceProcess startAndWait() {
        return start().waitUntilReady();
    }

    /** Waits until it is ready to serve, for two minutes at most. */
    public ServiceProcess waitUntilReady() {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady()) {
            if (!running().isAlive()) {
                throw new IllegalStateException(name + " ended while it was starting, log: " + tail());
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(name + " did not become ready, log: " + tail());
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while " + name + " was starting", e);
            }
        }
        return this;
    }

    /** Whether it says that it is ready. */
    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(url().resolve(readiness))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends it as an operating system does that is out of memory: nothing is flushed, nobody is told. */
    public void kill() {
        awaitEnd(running().destroyForcibly());
    }

    /** Asks it to end, as {@code Ctrl-C} does. */
    public void stop() {
        running().destroy();
        awaitEnd(running());
    }

    /** Keeps it from running, without its knowing. */
    public void pause() {
        Signals.send("STOP", running().pid());
    }

    /** Lets it run on. */
    public void resume() {
        Signals.send("CONT", running().pid());
    }

    /** Its process. */
    public ProcessHandle handle() {
        return running().toHandle();
    }

    /** The end of its log. */
    public String log() {
        return tail();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process;
    }

    private void awaitEnd(Process ending) {
        try {
            if (!ending.waitFor(30, TimeUnit.SECONDS)) {
                ending.destroyForcibly();
                throw new IllegalStateException(name + " did not end within 30 s, log: " + tail());
            }
            RUNNING.remove(ending);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String jar() {
        String jar = System.getProperty(name + ".jar");
        if (jar == null || !Files.exists(Path.of(jar))) {
            throw new IllegalStateException("no packaged jar of " + name + ": run ./mvnw verify, or package first");
        }
        return jar;
    }

    private Path logFile() {
        return data.resolve(name + ".log");
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(logFile());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
