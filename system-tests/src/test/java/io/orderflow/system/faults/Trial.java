package io.orderflow.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.system.ReadModels;
import io.orderflow.system.faults.Findings.Harm;
import io.orderflow.system.faults.SentCommand.Outcome;
import io.orderflow.system.faults.StoredEvents.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Services under load, one fault after the other, and each time the question whether all is there. */
final class Trial {

    private final String mode;
    private final Dose dose;
    private final Installation services;
    private final StoredEvents store;
    private final Duration restWithin;
    private final List<Oracle> past = new ArrayList<>();
    private final Random random = new Random();

    /**
     * Services that run.
     *
     * @param mode for the report
     * @param restWithin how long it may take until everything is carried out and seen
     */
    Trial(String mode, Dose dose, Installation services, StoredEvents store, Duration restWithin) {
        this.restWithin = restWithin;
        this.mode = mode;
        this.dose = dose;
        this.services = services;
        this.store = store;
    }

    /** Has a fault happen so many times under load; fails unless nothing was harmed. */
    void of(Fault fault, int times) {
        Observation seen = observe(fault, times);
        System.out.println(Report.add(seen));
        assertThat(seen.findings()).as("%s: %s", fault.name(), seen.findings()).matches(Findings::isEmpty);
    }

    /** Has a fault happen so many times under load, and says what came of it. */
    Observation observe(Fault fault, int times) {
        long recovery = 0;
        boolean hidden = false;
        Findings findings;
        long staleness;
        int unknown;
        Load load = new Load(services);
        past.add(load.oracle);
        try (load;
                Transcripts transcripts = new Transcripts(load, services)) {
            try (Staleness watch = new Staleness(load, services)) {
                load.begin(dose.rate());
                for (int time = 0; time < times; time++) {
                    Installation.pause(Duration.ofMillis(dose.isFull() ? 2_000 + random.nextInt(6_000) : 1_500));
                    fault.strike().run();
                    Installation.pause(fault.lasts());
                    long healing = System.nanoTime();
                    fault.heal().run();
                    SentCommand next = load.adjustUntilAcknowledged(0);
                    hidden |= !isShownInTime(next);
                    recovery = Math.max(recovery, System.nanoTime() - healing);
                }
                load.end();
                staleness = watch.worstMillis();
            }
            unknown = load.oracle.all(Outcome.UNKNOWN).size();
            findings = atRest(load, transcripts);
            if (findings.isEmpty()) {
                load.settle();
                findings = atRest(load, transcripts);
                for (SentCommand command : load.oracle.all(Outcome.UNKNOWN)) {
                    findings.add(Harm.WRONG, "not even answered when all is well: %s", command);
                }
            }
        }
        if (hidden) {
            findings.add(Harm.LOST, "what was acknowledged after a fault was not seen within %s", restWithin);
        }
        return new Observation(
                mode,
                fault.name() + (times > 1 ? " x " + times : ""),
                load.oracle.all(Outcome.ACKNOWLEDGED).size(),
                unknown,
                findings,
                staleness,
                TimeUnit.NANOSECONDS.toMillis(recovery),
                load.slowestAnswerMillis());
    }

    /**
     * Ends everything, starts it again, and looks at all that was ever told to it once more. Then every read model is built
     * anew: whatever was applied twice, or to another row, is no longer there.
     */
    void restartAndCheckAgain() {
        services.restart();
        Map<String, List<Stored>> events = store.read();
        for (Oracle oracle : past) {
            Findings findings = Checker.check(oracle, events, services.patient());
            assertThat(findings).as("after a restart: %s", findings).matches(Findings::isEmpty);
        }
        Findings strangers = Checker.checkStrangers(past, events);
        assertThat(strangers).as("%s", strangers).matches(Findings::isEmpty);
        new ReadModels(services.patient().projections(), restWithin).assertThatRebuiltTheyAreTheSame();
    }

    private boolean isShownInTime(SentCommand command) {
        long end = System.nanoTime() + restWithin.toNanos();
        while (!Staleness.isShown(command, services)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Installation.pause(Duration.ofMillis(10));
        }
        return true;
    }

    /** What is harmed still when there was time enough for everything to be carried out. */
    private Findings atRest(Load load, Transcripts transcripts) {
        long end = System.nanoTime() + restWithin.toNanos();
        while (true) {
            Map<String, List<Stored>> events = store.read();
            Findings findings = Checker.check(load.oracle, events, services.patient());
            transcripts.check(events, findings);
            if (findings.isEmpty() || System.nanoTime() > end) {
                return findings;
            }
            Installation.pause(Duration.ofMillis(300));
        }
    }
}
