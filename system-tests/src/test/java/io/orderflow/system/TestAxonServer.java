package io.orderflow.system;

import io.orderflow.processes.LocalPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * An Axon Server for tests: the one that the environment variable {@code AXON_SERVER} names as {@code host:port}, or else
 * one in a container where Docker runs. Where there is neither, tests of this mode are skipped, and say so in one line. What
 * is in it is left there: a test uses names of its own.
 */
final class TestAxonServer implements ExecutionCondition {

    /** The one of the compose file. */
    static final String IMAGE = "docker.axoniq.io/axoniq/axonserver:2025.2.7";

    private static final int PORT = 8124;
    private static final int HTTP_PORT = 8024;
    private static final String ADDRESS = "AXON_SERVER";
    private static @Nullable GenericContainer<?> container;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (isNamed() || mayRunContainers()) {
            return ConditionEvaluationResult.enabled("there is an Axon Server");
        }
        String reason = "skipped: %s needs an Axon Server, and neither %s=host:port is set nor Docker runs here"
                .formatted(context.getDisplayName(), ADDRESS);
        if (context.getTestMethod().isEmpty()) {
            System.out.println(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    /** The settings that have a service use it, and files for all else. */
    static String[] settings() {
        return settings(host(), port());
    }

    /** The same by way of a proxy on this machine. */
    static String[] settings(int proxy) {
        return settings("127.0.0.1", proxy);
    }

    private static String[] settings(String host, int port) {
        return new String[] {
            "--spring.profiles.active=axonserver",
            "--orderflow.axonserver.database=h2",
            "--axon.axonserver.servers=" + host + ":" + port
        };
    }

    /** The settings that have a service use it, and PostgreSQL for all else. */
    static String[] settings(LocalPostgres postgres) {
        return new String[] {
            "--spring.profiles.active=axonserver",
            "--orderflow.postgres.url=" + postgres.url(),
            "--orderflow.postgres.username=postgres",
            "--axon.axonserver.servers=" + host() + ":" + port()
        };
    }

    static String host() {
        return isNamed() ? System.getenv(ADDRESS).split(":")[0] : running().getHost();
    }

    static int port() {
        if (!isNamed()) {
            return running().getMappedPort(PORT);
        }
        String[] named = System.getenv(ADDRESS).split(":");
        return named.length > 1 ? Integer.parseInt(named[1]) : PORT;
    }

    private static boolean isNamed() {
        String address = System.getenv(ADDRESS);
        return address != null && !address.isBlank();
    }

    /** Looked for first: Testcontainers says at length what it has not found. */
    private static boolean mayRunContainers() {
        return (System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock")))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private static synchronized GenericContainer<?> running() {
        if (container == null) {
            GenericContainer<?> started = new GenericContainer<>(IMAGE)
                    .withEnv("AXONIQ_AXONSERVER_STANDALONE", "true")
                    .withEnv("AXONIQ_AXONSERVER_HOSTNAME", "localhost")
                    .withExposedPorts(PORT, HTTP_PORT)
                    .waitingFor(Wait.forHttp("/actuator/health")
                            .forPort(HTTP_PORT)
                            .withStartupTimeout(Duration.ofMinutes(2)));
            started.start(); // ends with this virtual machine
            container = started;
        }
        return container;
    }
}
