package io.heliograph.lookups;

import io.heliograph.ledger.Credits;

/** What became of the wish to start a drafted job. */
public sealed interface StartResult {

    /** The price is paid, the job runs. */
    record Started(LookupJob job) implements StartResult {}

    /** The price is above what the person agreed to: prices changed, or answers grew too old. Nothing was charged. */
    record PriceChanged(Credits price) implements StartResult {}

    /** A number lost its price meanwhile, or the wallet does not hold the sum. Nothing was charged. */
    record Refused(LookupRefusal refusal) implements StartResult {}

    /** It was started or dropped before. */
    record NotADraft() implements StartResult {}
}
