package io.orderflow.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;

/** What holds for every projection. */
public abstract class ProjectionContract extends ReadModelTest {

    /** The projection under test. */
    protected abstract Class<?> projection();

    /** The sealed event types of the streams it follows. */
    protected abstract List<Class<?>> followed();

    /** Events of every kind that it handles, of several streams, in the order of the store. */
    protected abstract List<Object> history();

    @Test
    void handles_every_event_of_the_streams_it_follows() {
        List<Class<?>> handled = Arrays.stream(projection().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventHandler.class))
                .map(Method::getParameterTypes)
                .<Class<?>>map(parameters -> parameters[0])
                .flatMap(handler ->
                        handler.isSealed() ? Arrays.stream(handler.getPermittedSubclasses()) : Stream.of(handler))
                .toList();
        List<Class<?>> events = followed().stream()
                .flatMap(stream -> Arrays.stream(stream.getPermittedSubclasses()))
                .toList();
        assertThat(handled).containsExactlyInAnyOrderElementsOf(events);
        assertThat(history().stream().<Class<?>>map(Object::getClass)).containsAll(events);
    }

    @Test
    void takes_each_event_once_however_often_it_is_delivered() {
        List<DomainEventMessage<?>> history = feed.number(history());
        for (DomainEventMessage<?> event : history) {
            feed.deliver(List.of(event));
            Map<String, List<String>> once = rows();
            feed.deliver(List.of(event, event));
            assertThat(rows()).isEqualTo(once);
        }
        Map<String, List<String>> all = rows();
        history.forEach(event -> feed.deliver(List.of(event)));
        assertThat(rows()).isEqualTo(all);
    }

    @Test
    void rebuilds_equal_rows_from_the_whole_history_in_one_batch() {
        List<DomainEventMessage<?>> history = feed.number(history());
        history.forEach(event -> feed.deliver(List.of(event)));
        Map<String, List<String>> live = rows();
        start_empty();
        feed.deliver(history);
        assertThat(rows()).isEqualTo(live);
        assertThat(live.values().stream().mapToInt(List::size).sum()).isPositive();
    }

    @Test
    void refuses_an_event_when_one_before_it_is_missing() {
        List<DomainEventMessage<?>> history = feed.number(history());
        int tried = 0;
        for (int missing = 0; missing < history.size(); missing++) {
            int next = next(history, missing);
            if (next < 0) {
                continue;
            }
            start_empty();
            List<DomainEventMessage<?>> before = new ArrayList<>(history.subList(0, next));
            before.removeAll(affectedBy(history, missing, next));
            before.forEach(event -> feed.deliver(List.of(event)));
            Map<String, List<String>> rows = rows();
            DomainEventMessage<?> event = history.get(next);
            assertThatThrownBy(() -> feed.deliver(List.of(event)))
                    .as("%s without %s", event, history.get(missing))
                    .isInstanceOf(EventsMissing.class)
                    .hasMessageContaining(event.getAggregateIdentifier());
            assertThat(rows()).isEqualTo(rows);
            tried++;
        }
        assertThat(tried).isPositive();
    }

    @Test
    void a_repair_of_what_is_right_changes_nothing() {
        List<DomainEventMessage<?>> history = feed.number(history());
        history.forEach(event -> feed.deliver(List.of(event)));
        Map<String, List<String>> right = toBeRepaired();
        for (String stream : streams(history)) {
            repair(stream, history);
            assertThat(toBeRepaired()).as(stream).isEqualTo(right);
        }
    }

    @Test
    void what_is_lost_or_wrong_is_right_again_when_every_stream_is_repaired() {
        List<DomainEventMessage<?>> history = feed.number(history());
        history.forEach(event -> feed.deliver(List.of(event)));
        Map<String, List<String>> right = toBeRepaired();
        for (String table : right.keySet()) {
            spoil(table);
            assertThat(toBeRepaired().equals(right)).isEqualTo(right.get(table).isEmpty());
            streams(history).forEach(stream -> repair(stream, history));
            assertThat(toBeRepaired()).as(table).isEqualTo(right);
        }
    }

    /** Without what depends on when somebody looked. */
    private Map<String, List<String>> toBeRepaired() {
        Map<String, List<String>> rows = new TreeMap<>(rows());
        rows.replaceAll((table, held) -> held.stream()
                .map(row -> row.replaceAll("\\w+_seen=-?\\d+", ""))
                .sorted()
                .toList());
        return rows;
    }

    /** Those that can be repaired; payments go with their orders. */
    private static Set<String> streams(List<DomainEventMessage<?>> history) {
        return history.stream()
                .map(DomainEventMessage::getAggregateIdentifier)
                .filter(stream -> !stream.startsWith("payment-"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static int next(List<DomainEventMessage<?>> history, int index) {
        DomainEventMessage<?> event = history.get(index);
        for (int next = index + 1; next < history.size(); next++) {
            if (history.get(next).getAggregateIdentifier().equals(event.getAggregateIdentifier())) {
                return next;
            }
        }
        return -1;
    }

    /** The missing event, and those of other streams that the same row takes only after it. */
    private static List<DomainEventMessage<?>> affectedBy(List<DomainEventMessage<?>> history, int missing, int next) {
        Object key = new StreamSequencing().getSequenceIdentifierFor(history.get(missing));
        return history.subList(missing, next).stream()
                .filter(event ->
                        new StreamSequencing().getSequenceIdentifierFor(event).equals(key))
                .toList();
    }
}
