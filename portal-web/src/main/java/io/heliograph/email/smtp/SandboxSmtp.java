package io.heliograph.email.smtp;

import io.heliograph.db.ConditionalOnSandbox;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Lets anybody try a sandbox by hand, whose secrets everybody knows. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSandbox
@PropertySource("classpath:heliograph-smtp-sandbox.properties")
class SandboxSmtp {}
