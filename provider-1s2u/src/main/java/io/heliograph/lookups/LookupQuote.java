package io.heliograph.lookups;

import io.heliograph.ledger.Credits;
import java.util.List;

/**
 * What a request would cost; nothing is kept or charged.
 *
 * @param numbers different ones that have a price
 * @param reused how many of them have an answer that is young enough to be given again, at no charge
 * @param price of all the others
 * @param withoutRoute numbers out of form, or to destinations that are not offered
 */
public record LookupQuote(int numbers, int reused, Credits price, List<String> withoutRoute) {}
