package io.heliograph.ledger;

/** The proof found something that does not add up; published in the transaction that keeps its result. */
public record ProofFailed(ProofResult result) {}
