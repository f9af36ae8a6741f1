/** 1s2u on loopback, rule by rule, for the sandbox and for tests. */
@NamedInterface("simulator")
@org.jspecify.annotations.NullMarked
package io.heliograph.provider.simulator;

import org.springframework.modulith.NamedInterface;
