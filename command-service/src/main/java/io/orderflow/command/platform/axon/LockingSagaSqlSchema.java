package io.orderflow.command.platform.axon;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.modelling.saga.repository.jdbc.GenericSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;

/**
 * Locks a saga from when it is loaded until the transaction ends. Axon locks it within one process and writes its state
 * without looking for another's; but an event may be handled in one replica while a deadline is met in another.
 */
final class LockingSagaSqlSchema extends GenericSagaSqlSchema {

    LockingSagaSqlSchema(SagaSchema schema) {
        super(schema);
    }

    @Override
    public PreparedStatement sql_loadSaga(Connection connection, String sagaId) throws SQLException {
        SagaSchema schema = sagaSchema;
        PreparedStatement load = connection.prepareStatement("SELECT %s, %s, %s FROM %s WHERE %s = ? FOR UPDATE"
                .formatted(
                        schema.serializedSagaColumn(),
                        schema.sagaTypeColumn(),
                        schema.revisionColumn(),
                        schema.sagaEntryTable(),
                        schema.sagaIdColumn()));
        load.setString(1, sagaId);
        return load;
    }
}
