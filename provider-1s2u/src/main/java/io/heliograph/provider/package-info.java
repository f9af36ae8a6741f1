/**
 * 1s2u's HTTP protocol: submit, balance, delivery reports and lookups (contract S, C, D and H). The contract is
 * {@code docs/1s2u-contract.md}, here and wherever a rule of it is named by its number.
 */
@org.jspecify.annotations.NullMarked
package io.heliograph.provider;
