package io.orderflow.query.platform.reconciliation;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a read model that can be told by the id of an aggregate. */
public abstract class RowsOfStreams implements HeldRows {

    private final EntityManager entities;
    private final String group;
    private final List<Kind<?>> kinds;

    /** @param kinds the streams that the read model follows, other than payments' */
    protected RowsOfStreams(EntityManager entities, String group, Kind<?>... kinds) {
        this.entities = entities;
        this.group = group;
        this.kinds = List.of(kinds);
    }

    @Override
    public final String group() {
        return group;
    }

    @Override
    public final boolean isOf(String stream) {
        return kinds.stream().anyMatch(kind -> kind.idOf(stream).isPresent());
    }

    @Override
    public void forget(String stream, @Nullable Object first) {
        for (Kind<?> kind : kinds) {
            kind.idOf(stream)
                    .ifPresent(id -> kind.deletions.forEach(deletion -> entities.createQuery(deletion)
                            .setParameter("id", id)
                            .executeUpdate()));
        }
    }

    /**
     * Streams that the read model follows.
     *
     * @param <I> the type of an aggregate's id
     * @param parse reads an id, and throws IllegalArgumentException if it is none
     * @param streamOf the stream of the aggregate of an id
     * @param deletions statements that delete all that is kept of the aggregate {@code :id}
     */
    public record Kind<I>(Function<String, I> parse, Function<I, String> streamOf, List<String> deletions) {

        Optional<I> idOf(String stream) {
            try {
                I id = parse.apply(stream.substring(stream.indexOf('-') + 1));
                return streamOf.apply(id).equals(stream) ? Optional.of(id) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
