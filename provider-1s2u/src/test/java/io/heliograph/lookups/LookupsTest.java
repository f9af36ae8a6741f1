package io.heliograph.lookups;

import io.heliograph.db.DatabaseTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A test of lookups on the real database, from the accepted request to a 1s2u. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@Import(LookupsTest.Below.class)
@interface LookupsTest {

    @Configuration
    @EnableScheduling
    @ConfigurationPropertiesScan({"io.heliograph.dispatch", "io.heliograph.webhooks"})
    @ComponentScan(
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(Test|Tests|Fixture|IT)(Configuration)?(\\$.*)?"),
            basePackages = {
                "io.heliograph.ledger",
                "io.heliograph.rates",
                "io.heliograph.usage",
                "io.heliograph.provider",
                "io.heliograph.messages",
                "io.heliograph.receipts",
                "io.heliograph.dispatch",
                "io.heliograph.reports",
                "io.heliograph.upstream",
                "io.heliograph.webhooks",
                "io.heliograph.lookups"
            })
    class Below {}
}
