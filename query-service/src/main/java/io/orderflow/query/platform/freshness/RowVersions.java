package io.orderflow.query.platform.freshness;

import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of a read model that has a row for each aggregate, with the version in it.
 *
 * @param <I> the type of an aggregate's id
 */
public abstract class RowVersions<I> implements HeldVersions {

    private final EntityManager entities;
    private final String group;
    private final String version;
    private final Function<String, I> idOf;
    private final Function<I, String> streamOf;

    /**
     * @param group the processing group that fills the read model
     * @param version the query for the version in the row of the aggregate {@code :id}
     * @param idOf reads an id as it is in a route, and throws IllegalArgumentException if it is none
     * @param streamOf the stream of the aggregate of an id
     */
    protected RowVersions(
            EntityManager entities,
            String group,
            String version,
            Function<String, I> idOf,
            Function<I, String> streamOf) {
        this.entities = entities;
        this.group = group;
        this.version = version;
        this.idOf = idOf;
        this.streamOf = streamOf;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public String streamOf(String id) {
        return streamOf.apply(idOf.apply(id));
    }

    @Override
    @Transactional(readOnly = true)
    public long heldOf(String id) {
        return entities.createQuery(version, Long.class)
                .setParameter("id", idOf.apply(id))
                .getResultStream()
                .findFirst()
                .orElse(StreamVersion.NONE);
    }
}
