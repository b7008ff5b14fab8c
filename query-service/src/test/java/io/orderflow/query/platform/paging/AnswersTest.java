package io.orderflow.query.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.stock.query.FindStockLevel;
import io.orderflow.platform.problem.ProblemException;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class AnswersTest {

    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();
    private final Answers answers =
            new Answers(DefaultQueryGateway.builder().queryBus(bus).build());

    @Test
    void gives_the_answer_of_the_handler() {
        handle(query -> "found");
        assertThat(answers.to(new FindStockLevel("A-1"), String.class)).isEqualTo("found");
    }

    @Test
    void says_so_when_nothing_handles_the_query() {
        assertThatThrownBy(() -> answers.ifAny(new FindStockLevel("A-1"), String.class))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo(ErrorCode.NO_HANDLER));
    }

    @Test
    void hands_on_what_the_handler_threw() {
        DataAccessResourceFailureException gone = new DataAccessResourceFailureException("gone");
        handle(query -> {
            throw gone;
        });
        assertThatThrownBy(() -> answers.to(new FindStockLevel("A-1"), String.class))
                .isSameAs(gone);
    }

    private void handle(MessageHandler<QueryMessage<?, String>> handler) {
        bus.subscribe(FindStockLevel.class.getName(), String.class, handler);
    }
}
