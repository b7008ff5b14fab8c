package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.Projection;
import io.orderflow.client.Projections;
import io.orderflow.client.Replay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All read models of a query service, as somebody sees them who looks after them. */
public final class ReadModels {

    private static final int TRIES = 5;

    private final Projections projections;
    private final Duration patience;

    /** @param patience how long catching up, or a replay, may take */
    public ReadModels(Projections projections, Duration patience) {
        this.projections = projections;
        this.patience = patience;
    }

    /** Their names. */
    public List<String> names() {
        return projections.list().stream().map(Projection::name).toList();
    }

    /** The checksum of each when all is shown. Nobody may write meanwhile. */
    public Map<String, String> checksums() {
        await("all to be shown").atMost(patience).until(() -> projections.list().stream()
                .allMatch(Projection::isCaughtUp));
        Map<String, String> sums = new TreeMap<>();
        names().forEach(name -> sums.put(name, projections.checksum(name).checksum()));
        return sums;
    }

    /**
     * Builds all anew: they must hold what they held. What the services themselves still write meanwhile changes both, so that
     * is not compared.
     */
    public void assertThatRebuiltTheyAreTheSame() {
        for (int tries = 1; tries <= TRIES; tries++) {
            long head = head();
            Map<String, String> held = checksums();
            rebuild();
            Map<String, String> rebuilt = checksums();
            if (head() == head) {
                assertThat(rebuilt).as("checksums of what was built anew").isEqualTo(held);
                return;
            }
        }
        throw new AssertionError("events come all the time: nothing can be compared");
    }

    private long head() {
        return projections.list().get(0).head();
    }

    /** Builds all anew, and waits until that is done. */
    public void rebuild() {
        names().forEach(projections::replay);
        awaitRebuilt();
    }

    /** Waits until the replay that was begun last is done, of each. */
    public void awaitRebuilt() {
        names().forEach(name -> await().atMost(patience)
                .untilAsserted(() -> assertThat(projections.currentReplay(name).map(Replay::state))
                        .as(name)
                        .contains(Replay.State.DONE)));
    }
}
