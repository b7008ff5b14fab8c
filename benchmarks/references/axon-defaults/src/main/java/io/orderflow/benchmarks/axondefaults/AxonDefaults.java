package io.orderflow.benchmarks.axondefaults;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts it. */
@SpringBootApplication
public class AxonDefaults {

    /** Starts it, with Spring's own arguments. */
    public static void main(String[] arguments) {
        SpringApplication.run(AxonDefaults.class, arguments);
    }
}
