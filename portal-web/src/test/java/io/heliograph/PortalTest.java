package io.heliograph;

import io.heliograph.api.ApiRoutes;
import io.heliograph.portal.Customers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/**
 * A test on the whole portal as a sandbox, on a port of its own, with an empty database to begin with. All tests with
 * this share one portal, so each makes the people and tenants that it changes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "heliograph.home=target/portal-home-${fork:1}",
            "heliograph.smpp.port=0",
            "heliograph.smpp.tls-port=0",
            "heliograph.smtp.port=0",
            "spring.flyway.clean-disabled=false",
            "spring.main.banner-mode=off",
            "heliograph.languages=en,ar",
            "logging.level.root=warn"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.LOG_DEBUG)
@Import({ApiRoutes.class, Customers.class, EmptySchema.class, People.class})
public @interface PortalTest {}
