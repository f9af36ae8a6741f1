package io.heliograph.ledger;

/** What an account of the ledger stands for. Only a wallet has a kept balance; the others are folds of their transfers. */
public enum AccountKind {
    /** The credits that a tenant may spend. */
    WALLET,
    /** What a tenant has consumed, less the margins that went to the sellers above it. */
    USAGE,
    /** Margin that a reseller has earned and that was not swept into its wallet yet. */
    MARGIN,
    /** Where the operator's credits come from: minus all credits it has brought into being. */
    ISSUANCE
}
