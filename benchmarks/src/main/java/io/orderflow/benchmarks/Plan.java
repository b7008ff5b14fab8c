package io.orderflow.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param mode where the services keep what they keep
 * @param rounds how often everything is measured
 * @param measured how long each load is measured
 * @param warmUp how long each load runs before it is measured
 * @param hasWarmUpRound whether everything runs once before, without being counted
 * @param clients how many clients at the same time, one load for each number
 * @param openRate requests a second that come whether or not others are answered
 * @param samples how many of what is measured one by one
 * @param idle how long services are watched that have nothing to do
 * @param startsAgain whether each round starts services for the measuring of starts; otherwise the first start counts
 * @param orders how many orders are written to the store before the first round
 * @param jvm options of the virtual machines of the services and of the references
 */
public record Plan(
        Mode mode,
        int rounds,
        Duration measured,
        Duration warmUp,
        boolean hasWarmUpRound,
        List<Integer> clients,
        int openRate,
        int samples,
        Duration idle,
        boolean startsAgain,
        int orders,
        List<String> jvm) {

    /** What ./run starts the services with. */
    private static final List<String> AS_RUN = List.of("-Xmx512m", "-XX:+UseSerialGC");

    /** For a minute's life: better soon quick than quicker later. */
    private static final List<String> SHORT_LIVED = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<Integer> CLIENTS = List.of(1, 16, 64);

    static Plan full(Mode mode, int rounds, int seconds, int rate, int orders) {
        Duration measured = Duration.ofSeconds(seconds);
        Duration warmUp = Duration.ofMillis(Math.min(2_000, measured.toMillis() / 2));
        return new Plan(
                mode, rounds, measured, warmUp, true, CLIENTS, rate, 300, Duration.ofSeconds(20), true, orders, AS_RUN);
    }

    /** Shows that everything can be measured; its figures are worth nothing. */
    static Plan quick(Mode mode, int orders) {
        return new Plan(
                mode,
                1,
                Duration.ofMillis(300),
                Duration.ofMillis(50),
                false,
                CLIENTS,
                20,
                10,
                Duration.ofMillis(500),
                false,
                orders,
                SHORT_LIVED);
    }
}
