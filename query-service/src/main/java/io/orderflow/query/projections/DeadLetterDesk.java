package io.orderflow.query.projections;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.projection.DeadLetterCause;
import io.orderflow.api.projection.DeadLetterCount;
import io.orderflow.api.projection.DeadLetterDetails;
import io.orderflow.api.projection.DeadLetterPage;
import io.orderflow.api.projection.DeadLetterRetry;
import io.orderflow.api.projection.DeadLetterView;
import io.orderflow.api.projection.DiscardedLetter;
import io.orderflow.api.projection.WaitingEvent;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.query.platform.deadletter.DeadLetterOffice;
import io.orderflow.query.platform.deadletter.DeadLetterTable;
import io.orderflow.query.platform.deadletter.DeadLetterTable.Letter;
import io.orderflow.query.platform.generation.Generation;
import io.orderflow.query.platform.generation.Projections;
import io.orderflow.query.platform.paging.Paging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Shows the dead letters of what readers are shown, and deals with them. */
@Component
class DeadLetterDesk {

    private static final int MOST_SHOWN_BEHIND = 100;
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final ProjectionViews views;
    private final Projections projections;
    private final DeadLetterTable table;
    private final DeadLetterOffice office;
    private final TransactionManager transactions;
    private final JsonMapper json;

    DeadLetterDesk(
            ProjectionViews views,
            Projections projections,
            DeadLetterTable table,
            DeadLetterOffice office,
            TransactionManager transactions,
            JsonMapper json) {
        this.views = views;
        this.projections = projections;
        this.table = table;
        this.office = office;
        this.transactions = transactions;
        this.json = json;
    }

    DeadLetterPage page(String name, @Nullable String cause, Paging paging) {
        String processor = views.shown(name).processor();
        List<Letter> found =
                paging.isReachable() ? table.firsts(processor, cause, paging.offset(), paging.pageSize()) : List.of();
        long total = paging.totalFrom(found.size()).orElseGet(() -> table.countFirsts(processor, cause));
        return new DeadLetterPage(
                found.stream().map(DeadLetterDesk::view).toList(),
                total,
                paging.page(),
                paging.pageSize(),
                paging.pagesOf(total));
    }

    DeadLetterDetails show(String name, UUID id) {
        Generation generation = views.shown(name);
        Letter letter = find(generation, id);
        return new DeadLetterDetails(
                view(letter),
                fields(letter.payload()),
                fields(letter.metadata()),
                table.behind(generation.processor(), letter, MOST_SHOWN_BEHIND).stream()
                        .map(DeadLetterDesk::waiting)
                        .toList());
    }

    DeadLetterRetry retry(String name, UUID id) {
        Generation generation = views.shown(name);
        findFirst(generation, id);
        projections.retry(generation, id.toString());
        boolean succeeded = table.find(generation.processor(), id).isEmpty();
        return new DeadLetterRetry(succeeded, left(generation));
    }

    DeadLetterRetry retryAll(String name) {
        Generation generation = views.shown(name);
        projections.retryAll(generation);
        DeadLetterCount left = left(generation);
        return new DeadLetterRetry(left.events() == 0, left);
    }

    DiscardedLetter discard(String name, UUID id, String reason) {
        Generation generation = views.shown(name);
        Letter letter = findFirst(generation, id);
        boolean discarded = transactions.fetchInTransaction(
                () -> office.of(name, generation.processor()).discard(id.toString(), reason));
        if (!discarded) { // dealt with a moment ago
            throw notFound(generation, id);
        }
        return new DiscardedLetter(letter.stream(), letter.version(), eventType(letter), reason);
    }

    private Letter find(Generation generation, UUID id) {
        return table.find(generation.processor(), id).orElseThrow(() -> notFound(generation, id));
    }

    private Letter findFirst(Generation generation, UUID id) {
        Letter letter = find(generation, id);
        if (!table.isFirst(generation.processor(), letter)) {
            throw new ProblemException(
                    ErrorCode.DEAD_LETTER_NOT_FIRST, "Others of " + letter.sequence() + " come before it");
        }
        return letter;
    }

    private DeadLetterCount left(Generation generation) {
        DeadLetterTable.Count count = table.counts().get(generation.processor());
        return count == null ? DeadLetterCount.NONE : new DeadLetterCount(count.sequences(), count.events());
    }

    private Map<String, @Nullable Object> fields(String text) {
        return json.readValue(text, FIELDS);
    }

    private static ProblemException notFound(Generation generation, UUID id) {
        return new ProblemException(ErrorCode.DEAD_LETTER_NOT_FOUND, generation.group() + " has no dead letter " + id);
    }

    private static DeadLetterView view(Letter letter) {
        return new DeadLetterView(
                letter.id(),
                letter.sequence(),
                letter.stream(),
                letter.version(),
                eventType(letter),
                letter.recordedAt(),
                letter.enqueuedAt(),
                letter.causeType() == null ? null : new DeadLetterCause(letter.causeType(), letter.causeMessage()),
                letter.attempts(),
                letter.nextAttemptAt(),
                letter.behind());
    }

    private static WaitingEvent waiting(Letter letter) {
        return new WaitingEvent(letter.id(), letter.stream(), letter.version(), eventType(letter), letter.recordedAt());
    }

    private static String eventType(Letter letter) {
        return letter.payloadType().substring(letter.payloadType().lastIndexOf('.') + 1);
    }
}
