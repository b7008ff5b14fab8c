package io.orderflow.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class RevocationInterceptorTest {

    private final RevocableCommand<String> command =
            new RevocableCommand<>(new GenericCommandMessage<>("do it").andMetaData(Map.of("a", "b")));
    private final List<String> written = new ArrayList<>();

    @Test
    void what_was_called_back_while_it_was_decided_is_not_written() throws Exception {
        UnitOfWork<CommandMessage<?>> deciding = decide(() -> {});

        assertThat(command.revoke()).isTrue();

        assertThatThrownBy(deciding::commit).isInstanceOf(CommandRevoked.class);
        assertThat(written).isEmpty();
        assertThatThrownBy(() -> decide(() -> {})).isInstanceOf(CommandRevoked.class);
    }

    @Test
    void what_is_written_cannot_be_called_back() throws Exception {
        decide(() -> assertThat(command.revoke()).isFalse()).commit();

        assertThat(command.revoke()).isFalse();
        assertThat(written).containsExactly("do it");
    }

    @Test
    void what_has_lost_its_race_can_be_called_back_before_it_is_tried_again() throws Exception {
        UnitOfWork<CommandMessage<?>> first = decide(() -> {
            throw new ConcurrencyException("another one was quicker");
        });
        assertThatThrownBy(first::commit).isInstanceOf(ConcurrencyException.class);

        assertThat(command.revoke()).isTrue();
        assertThatThrownBy(() -> decide(() -> {})).isInstanceOf(CommandRevoked.class);
    }

    @Test
    void what_may_have_been_written_cannot_be_called_back() throws Exception {
        UnitOfWork<CommandMessage<?>> first = decide(() -> {
            throw new EventStoreException("the connection is gone");
        });
        assertThatThrownBy(first::commit).isInstanceOf(EventStoreException.class);

        assertThat(command.revoke()).isFalse();
    }

    @Test
    void what_nobody_decides_here_cannot_be_called_back() {
        assertThat(command.revoke()).isFalse();
        assertThat(command.withMetaData(Map.of()).revoke()).isFalse();
    }

    /** Has it decided, up to its commit, whose last step is the writing. */
    private UnitOfWork<CommandMessage<?>> decide(Runnable writing) throws Exception {
        UnitOfWork<CommandMessage<?>> unitOfWork = DefaultUnitOfWork.startAndGet(command);
        try {
            new RevocationInterceptor().handle(unitOfWork, () -> "handled");
            unitOfWork.onPrepareCommit(commit -> {
                writing.run();
                written.add(command.getPayload());
            });
            return unitOfWork;
        } catch (CommandRevoked e) {
            unitOfWork.rollback();
            throw e;
        }
    }
}
