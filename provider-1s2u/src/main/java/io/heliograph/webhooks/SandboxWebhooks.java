package io.heliograph.webhooks;

import io.heliograph.db.ConditionalOnSandbox;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Lets the sandbox call receivers on the developer's own machine, unless it is told otherwise. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSandbox
@PropertySource("classpath:heliograph-webhooks-sandbox.properties")
class SandboxWebhooks {}
