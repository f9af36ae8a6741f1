/** The REST API, version 1: who calls, what they may, how mistakes are told, one effect for each key, limits. */
@org.jspecify.annotations.NullMarked
package io.heliograph.api;
