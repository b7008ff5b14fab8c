package io.orderflow.command.customer;

import static io.orderflow.command.platform.repetition.RequestSamples.creation;
import static io.orderflow.command.platform.repetition.RequestSamples.event;
import static io.orderflow.command.platform.repetition.RequestSamples.expecting;
import static io.orderflow.command.platform.repetition.RequestSamples.request;
import static org.hamcrest.Matchers.equalTo;

import io.orderflow.api.customer.command.EraseCustomer;
import io.orderflow.api.customer.command.RegisterCustomer;
import io.orderflow.api.customer.command.RenameCustomer;
import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.command.platform.repetition.RepeatedAnswer;
import java.util.Map;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CustomerCommandsTest {

    private static final UUID CUSTOMER = new UUID(0x7000L, 2);
    private static final CustomerRegistered REGISTERED = new CustomerRegistered(CUSTOMER, "Ada", "ada@example.com");
    private static final CustomerErased ERASED = new CustomerErased(CUSTOMER);

    private final FixtureConfiguration<Customer> fixture = new AggregateTestFixture<>(Customer.class);

    @Nested
    class Registering {

        private final RegisterCustomer register = new RegisterCustomer(CUSTOMER, "Ada", "ada@example.com");

        @Test
        void makes_a_customer_known() {
            fixture.givenNoPriorActivity()
                    .when(register)
                    .expectEvents(REGISTERED)
                    .expectResultMessagePayload(0L);
        }

        @Test
        void is_refused_the_second_time() {
            fixture.given(REGISTERED)
                    .when(register)
                    .expectNoEvents()
                    .expectException(refusal(ErrorCode.CUSTOMER_ALREADY_REGISTERED));
        }

        @Test
        void has_the_first_answer_when_the_request_comes_again() {
            fixture.given(event(REGISTERED, creation(null, "f")), ERASED)
                    .when(register, creation(null, "f"))
                    .expectNoEvents()
                    .expectResultMessagePayload(new RepeatedAnswer(0));
        }

        @Test
        void is_refused_for_the_id_of_an_erased_customer() {
            fixture.given(REGISTERED, ERASED)
                    .when(register)
                    .expectNoEvents()
                    .expectException(refusal(ErrorCode.CUSTOMER_ALREADY_REGISTERED));
        }
    }

    @Nested
    class Renaming {

        private final CustomerRenamed renamed = new CustomerRenamed(CUSTOMER, "Ada Lovelace");

        @Test
        void gives_another_name() {
            fixture.given(REGISTERED)
                    .when(new RenameCustomer(CUSTOMER, "Ada Lovelace"))
                    .expectEvents(renamed)
                    .expectResultMessagePayload(1L);
        }

        @Test
        void does_nothing_when_the_name_is_the_same() {
            fixture.given(REGISTERED, renamed)
                    .when(new RenameCustomer(CUSTOMER, "Ada Lovelace"))
                    .expectNoEvents()
                    .expectResultMessagePayload(1L);
        }

        @Test
        void leaves_an_event_when_the_name_is_the_same_and_the_request_may_come_again() {
            fixture.given(REGISTERED, renamed)
                    .when(new RenameCustomer(CUSTOMER, "Ada Lovelace"), request("key", "f"))
                    .expectEvents(renamed)
                    .expectResultMessagePayload(2L);
        }

        @Test
        void has_no_second_effect_when_the_request_comes_again() {
            fixture.given(REGISTERED, event(renamed, request("key", "f")), new CustomerRenamed(CUSTOMER, "A. Lovelace"))
                    .when(new RenameCustomer(CUSTOMER, "Ada Lovelace"), request("key", "f"))
                    .expectNoEvents()
                    .expectResultMessagePayload(new RepeatedAnswer(1));
        }

        @Test
        void is_refused_when_the_version_is_not_the_one_expected() {
            fixture.given(REGISTERED, renamed)
                    .when(new RenameCustomer(CUSTOMER, "Ada"), expecting(0, Map.of()))
                    .expectNoEvents()
                    .expectException(refusal(ErrorCode.VERSION_CONFLICT));
        }

        @Test
        void gives_an_earlier_name_back() {
            fixture.given(REGISTERED, renamed)
                    .when(new RenameCustomer(CUSTOMER, "Ada"))
                    .expectEvents(new CustomerRenamed(CUSTOMER, "Ada"));
        }

        @Test
        void is_refused_after_erasure() {
            fixture.given(REGISTERED, ERASED)
                    .when(new RenameCustomer(CUSTOMER, "Ada"))
                    .expectNoEvents()
                    .expectException(refusal(ErrorCode.CUSTOMER_ERASED));
        }

        @Test
        void finds_no_customer_that_was_never_registered() {
            fixture.givenNoPriorActivity()
                    .when(new RenameCustomer(CUSTOMER, "Ada"))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    class Erasing {

        @Test
        void forgets_the_customer() {
            fixture.given(REGISTERED)
                    .when(new EraseCustomer(CUSTOMER))
                    .expectEvents(ERASED)
                    .expectResultMessagePayload(1L);
        }

        @Test
        void does_nothing_the_second_time() {
            fixture.given(REGISTERED, ERASED)
                    .when(new EraseCustomer(CUSTOMER))
                    .expectNoEvents()
                    .expectResultMessagePayload(1L);
        }
    }

    private static Matcher<RuleViolated> refusal(ErrorCode code) {
        return new FeatureMatcher<>(equalTo(code), "a refusal", "code") {
            @Override
            protected ErrorCode featureValueOf(RuleViolated refused) {
                return refused.code();
            }
        };
    }
}
