package io.orderflow.command.platform.dispatch;

import io.orderflow.command.platform.axon.RevocableCommand;
import io.orderflow.command.platform.repetition.RepeatedAnswer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.jspecify.annotations.Nullable;

/** Remembers what is sent, and answers as a test says. */
public final class StubGateway implements CommandGateway {

    private final List<CommandMessage<?>> sent = new CopyOnWriteArrayList<>();
    private volatile boolean isDecided = true;
    private volatile CompletableFuture<Object> answer = CompletableFuture.completedFuture(0L);

    /** Forgets everything, and answers with this version from now on. */
    public void answerWith(long version) {
        sent.clear();
        isDecided = true;
        answer = CompletableFuture.completedFuture(version);
    }

    /** Answers every command from now on as one that was carried out before. */
    public void answerAsRepeated(long version) {
        answer = CompletableFuture.completedFuture(new RepeatedAnswer(version));
    }

    /** Fails every command from now on. */
    public void failWith(Throwable failure) {
        answer = CompletableFuture.failedFuture(failure);
    }

    /** Writes what commands lead to from now on, and never answers. */
    public void neverAnswer() {
        answer = new CompletableFuture<>();
    }

    /** Does not even decide a command from now on. */
    public void neverDecide() {
        isDecided = false;
        neverAnswer();
    }

    /** Answers the command that was not answered so far. */
    public void answerAfterAll(long version) {
        answer.complete(version);
    }

    /** Every command sent. */
    public List<?> commands() {
        return sent.stream().map(CommandMessage::getPayload).toList();
    }

    /** The only command sent, with its metadata. */
    public CommandMessage<?> message() {
        if (sent.size() != 1) {
            throw new AssertionError("sent " + sent.size() + " commands");
        }
        return sent.get(0);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> CompletableFuture<R> send(Object command) {
        sent.add((CommandMessage<?>) command);
        RevocableCommand<?> taken = (RevocableCommand<?>) command;
        taken.decide();
        if (isDecided) {
            taken.beginWriting();
        }
        return (CompletableFuture<R>) answer;
    }

    @Override
    public <C, R> void send(C command, CommandCallback<? super C, ? super R> callback) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> @Nullable R sendAndWait(Object command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> @Nullable R sendAndWait(Object command, long timeout, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
        throw new UnsupportedOperationException();
    }
}
