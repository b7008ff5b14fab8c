package io.orderflow.query.platform.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.zip.CRC32;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A read model as this version of the service defines it.
 *
 * @param group the processing group that fills it
 * @param revision to be raised when its projection makes something else of the same events
 * @param segments how many segments, and threads, share the events; fixed when a generation is begun
 */
public record ReadModel(String group, int revision, int segments) {

    /** The folder of its migrations on the class path. */
    String migrations() {
        return "db/read/" + group;
    }

    /** Differs from that of another version of the service if this one has to build the read model anew. */
    String definition() {
        CRC32 scripts = new CRC32();
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath:" + migrations() + "/*.sql");
            Arrays.sort(found, Comparator.comparing(Resource::getFilename));
            for (Resource script : found) {
                scripts.update(script.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the migrations of " + group + " cannot be read", e);
        }
        return revision + "-" + Long.toHexString(scripts.getValue());
    }
}
