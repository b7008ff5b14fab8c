package io.orderflow.benchmarks.bareweb;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts it. */
@SpringBootApplication
public class BareWeb {

    /** Starts it, with Spring's own arguments. */
    public static void main(String[] arguments) {
        SpringApplication.run(BareWeb.class, arguments);
    }
}
