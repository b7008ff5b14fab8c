package io.orderflow.query.platform.generation;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Read models that are to be built anew at the next start although the service is the same.
 *
 * @param revisions by processing group, a number that was not there before
 */
@ConfigurationProperties("orderflow.query.read-models")
record ReadModelSettings(@DefaultValue Map<String, Integer> revisions) {

    ReadModel apply(ReadModel model) {
        Integer revision = revisions.get(model.group());
        return revision == null ? model : new ReadModel(model.group(), revision, model.segments());
    }
}
