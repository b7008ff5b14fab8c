package io.orderflow.command.fulfilment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** Sagas in memory, as JSON: what their JSON does not hold is gone at the next event, as it is in the real store. */
final class JsonSagas implements SagaStore<Object> {

    private record Stored(SerializedObject<byte[]> json, Set<AssociationValue> associationValues) {}

    private record Loaded<T>(Set<AssociationValue> associationValues, T saga) implements Entry<T> {}

    private final Serializer serializer = Jackson3Serializer.builder().build();
    private final Map<String, Stored> sagas = new HashMap<>();

    void clear() {
        sagas.clear();
    }

    int count() {
        return sagas.size();
    }

    @Override
    public Set<String> findSagas(Class<?> type, AssociationValue value) {
        return sagas.entrySet().stream()
                .filter(saga -> saga.getValue().associationValues().contains(value))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public <S> @Nullable Entry<S> loadSaga(Class<S> type, String id) {
        Stored stored = sagas.get(id);
        return stored == null
                ? null
                : new Loaded<>(stored.associationValues(), type.cast(serializer.deserialize(stored.json())));
    }

    @Override
    public void deleteSaga(Class<?> type, String id, Set<AssociationValue> values) {
        sagas.remove(id);
    }

    @Override
    public void insertSaga(Class<?> type, String id, Object saga, Set<AssociationValue> values) {
        sagas.put(id, new Stored(serializer.serialize(saga, byte[].class), new HashSet<>(values)));
    }

    @Override
    public void updateSaga(Class<?> type, String id, Object saga, AssociationValues values) {
        insertSaga(type, id, saga, values.asSet());
    }
}
