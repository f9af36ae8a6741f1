package io.heliograph;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The portal, with everything embedded where nothing is configured (docs/adr/0001-embedded-mariadb.md). Beans are named by
 * their full class names, as packages may use the same word, each for its own.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class HeliographApplication {

    /** Starts the portal; {@code args} are settings as {@code --name=value}. */
    public static void main(String[] args) {
        SpringApplication.run(HeliographApplication.class, args);
    }
}
