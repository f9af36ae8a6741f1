package io.heliograph.webhooks;

import io.heliograph.db.DatabaseTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** A test of webhooks on a real database, with a sender that runs, private addresses allowed, and short times. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@Import(WebhooksTestConfiguration.class)
public @interface WebhooksTest {}
