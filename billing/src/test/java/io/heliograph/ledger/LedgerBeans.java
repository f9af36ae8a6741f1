package io.heliograph.ledger;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The ledger's beans, for its tests. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("io.heliograph.ledger")
class LedgerBeans {}
