package io.orderflow.query.platform.freshness;

import io.orderflow.platform.axon.TokenTable;
import io.orderflow.query.platform.generation.Generation;
import io.orderflow.query.platform.generation.LiveGenerations;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;

/** How far all replicas together have read for what readers are shown, asked for at most ten times a second. */
final class SharedPositions {

    private static final long GOOD_FOR_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final TokenTable tokens;
    private final LiveGenerations generations;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    SharedPositions(TokenTable tokens, LiveGenerations generations) {
        this.tokens = tokens;
        this.generations = generations;
    }

    /** The lowest position of a group's segments; empty if it cannot be read now, or nobody has begun. */
    OptionalLong position(String group) {
        Generation live = generations.live(group).orElse(null);
        if (live == null) {
            return OptionalLong.empty();
        }
        String processor = live.processor();
        Known last = known.get(group);
        if (last == null || !last.processor.equals(processor) || System.nanoTime() - last.readAt > GOOD_FOR_NANOS) {
            long before = System.nanoTime();
            try {
                last = new Known(processor, tokens.position(processor), before);
                known.put(group, last);
            } catch (DataAccessException e) {
                return OptionalLong.empty(); // nothing that is read now will fare better
            }
        }
        return last.position;
    }

    private record Known(String processor, OptionalLong position, long readAt) {}
}
