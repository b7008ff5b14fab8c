package io.orderflow.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class IntendedModeTest {

    @TempDir
    Path data;

    @Test
    void files_are_used_when_nothing_else_is_asked_for() {
        services().run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void a_profile_that_nobody_knows_stops_the_start() {
        services().withPropertyValues("spring.profiles.active=postgress").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContainingAll("postgress", "activate postgres"));
    }

    @Test
    void the_address_of_a_server_without_its_profile_stops_the_start() {
        services()
                .withPropertyValues("orderflow.postgres.url=jdbc:postgresql://localhost/orderflow")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("the profile postgres is not active"));
    }

    private ApplicationContextRunner services() {
        return new ApplicationContextRunner()
                .withUserConfiguration(EmbeddedMode.class)
                .withPropertyValues("orderflow.data-dir=" + data);
    }
}
