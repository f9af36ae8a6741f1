package io.heliograph.smppserver;

import io.heliograph.db.ConditionalOnSandbox;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Lets a sandbox start beside another one, without SMPP, unless it is told otherwise. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSandbox
@PropertySource("classpath:heliograph-smpp-sandbox.properties")
class SandboxSmpp {}
