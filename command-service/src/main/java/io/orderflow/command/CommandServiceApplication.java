package io.orderflow.command;

import io.orderflow.command.archive.ArchiveCommand;
import io.orderflow.platform.axon.AxonPlatform;
import io.orderflow.platform.eventstore.LoopbackStore;
import io.orderflow.platform.openapi.OpenApiPlatform;
import io.orderflow.platform.web.StopDeadline;
import io.orderflow.platform.web.WebPlatform;
import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Starts the command service. */
// deadlines are declared in platform.deadline; Axon's own configuration would add its task a second time
@SpringBootApplication(exclude = AxonDbSchedulerAutoConfiguration.class)
@ConfigurationPropertiesScan
@Import({AxonPlatform.class, WebPlatform.class, OpenApiPlatform.class})
public class CommandServiceApplication {

    public static void main(String[] args) {
        LoopbackStore.bindToLoopback();
        if (ArchiveCommand.isAskedFor(args)) {
            System.exit(ArchiveCommand.run(args));
        }
        StopDeadline.install();
        SpringApplication.run(CommandServiceApplication.class, args);
    }
}
