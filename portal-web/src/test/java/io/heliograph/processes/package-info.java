/** Programs in processes of their own on the loopback address: how the benchmark and the crashes start, call and watch them. */
@org.jspecify.annotations.NullMarked
package io.heliograph.processes;
