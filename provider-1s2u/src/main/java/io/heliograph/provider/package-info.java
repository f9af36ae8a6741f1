/** 1s2u's HTTP protocol: submit, balance and delivery reports (contract S, D and C). */
@org.jspecify.annotations.NullMarked
package io.heliograph.provider;
