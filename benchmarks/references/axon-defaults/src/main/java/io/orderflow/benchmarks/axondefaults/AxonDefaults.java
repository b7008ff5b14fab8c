package io.orderflow.benchmarks.axondefaults;

import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Starts it. */
@SpringBootApplication
public class AxonDefaults {

    /** Starts it, with Spring's own arguments. */
    public static void main(String[] arguments) {
        SpringApplication.run(AxonDefaults.class, arguments);
    }

    /**
     * Not a default, but without it nothing is ever shown: Axon 4.13.0 cannot read the token of a replay that it has written
     * (AxonFramework#4160), and a processor that finds events at its first start has such a token.
     */
    @Bean
    Jackson3SerializerCustomizer readableReplayTokens() {
        return mapper -> mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType(String.class)
                .build());
    }
}
