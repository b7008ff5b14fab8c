package io.orderflow.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void says_nothing_to_a_caller_who_has_gone() {
        assertThat(advice.onFailure(new ClientAbortException(new IOException("Broken pipe")), request, response))
                .isNull();
    }

    @Test
    void adds_nothing_to_an_answer_that_is_half_written() {
        response.setCommitted(true);

        assertThat(advice.onFailure(new IllegalStateException("half-way"), request, response))
                .isNull();
    }

    @Test
    void answers_503_when_an_asynchronous_answer_took_too_long() {
        assertThat(advice.onFailure(new AsyncRequestTimeoutException(), request, response))
                .satisfies(answer -> {
                    assertThat(answer.getStatusCode().value()).isEqualTo(503);
                    assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
                });
    }
}
