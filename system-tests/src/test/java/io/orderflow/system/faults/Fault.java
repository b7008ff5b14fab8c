package io.orderflow.system.faults;

import static org.awaitility.Awaitility.await;

import io.orderflow.client.Projections;
import io.orderflow.platform.network.FaultProxy;
import io.orderflow.processes.LocalPostgres;
import io.orderflow.processes.ServiceProcess;
import java.time.Duration;

/**
 * Something that breaks, and how it is mended.
 *
 * @param name for the report
 * @param lasts how long it stays broken
 * @param strike breaks it
 * @param heal mends it
 */
record Fault(String name, Duration lasts, Runnable strike, Runnable heal) {

    private static final Duration NO_TIME = Duration.ZERO;

    /** A process is killed, as an operating system does that is out of memory, and started again. */
    static Fault kill(String name, ServiceProcess service) {
        return new Fault("kill -9 " + name, NO_TIME, service::kill, service::startAndWait);
    }

    /** A process stands still, and goes on as if nothing had been. */
    static Fault pause(String name, ServiceProcess service, Duration lasts) {
        return new Fault("SIGSTOP " + name, lasts, service::pause, service::resume);
    }

    /** A process is asked to end, and is started again. */
    static Fault restart(String name, ServiceProcess service) {
        return new Fault("SIGTERM " + name, NO_TIME, service::stop, service::startAndWait);
    }

    /** Every connection to PostgreSQL is ended by the server. */
    static Fault terminateBackends(LocalPostgres postgres) {
        return new Fault("pg_terminate_backend", NO_TIME, postgres::terminateBackends, () -> {});
    }

    /** PostgreSQL crashes and is started again. */
    static Fault crash(LocalPostgres postgres, Duration lasts) {
        return new Fault("PostgreSQL stop -m immediate", lasts, postgres::stopImmediately, postgres::startAgain);
    }

    /** Nothing comes through, and nothing is said about it. */
    static Fault hang(FaultProxy proxy, Duration lasts) {
        return new Fault("network to PostgreSQL hangs", lasts, () -> proxy.hang(true), () -> proxy.hang(false));
    }

    /** Everything comes late. */
    static Fault delay(FaultProxy proxy, Duration lasts) {
        return new Fault("network to PostgreSQL +50 ms", lasts, () -> proxy.delay(50), () -> proxy.delay(0));
    }

    /** Connections are reset, and for a while there are no new ones. */
    static Fault reset(FaultProxy proxy, Duration lasts) {
        return new Fault(
                "network to PostgreSQL reset",
                lasts,
                () -> {
                    proxy.refuse(true);
                    proxy.reset();
                },
                () -> proxy.refuse(false));
    }

    /** Answers to callers are late, and most of them are cut off on the way. */
    static Fault cutAnswers(FaultProxy proxy, Duration lasts) {
        return new Fault(
                "answers to callers cut off",
                NO_TIME,
                () -> {
                    proxy.delay(30);
                    long end = System.nanoTime() + lasts.toNanos();
                    while (System.nanoTime() < end) {
                        Installation.pause(Duration.ofMillis(100));
                        proxy.reset();
                    }
                },
                () -> proxy.delay(0));
    }

    /** Every read model is built anew, and the service that does so is killed meanwhile. */
    static Fault replayAndKill(Installation services) {
        ServiceProcess query = services.queries.get(0);
        return new Fault(
                "replay of every read model, kill -9 query-service",
                NO_TIME,
                () -> {
                    Projections projections = services.patient().projections();
                    projections.list().forEach(projection -> projections.replay(projection.name()));
                    query.kill();
                },
                () -> {
                    query.startAndWait();
                    await().atMost(Duration.ofMinutes(2)).until(() -> services.patient().projections().list().stream()
                            .allMatch(projection -> projection.replay() == null));
                });
    }
}
