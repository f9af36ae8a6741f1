package io.heliograph.portal.credits;

import io.heliograph.ledger.Wallet;
import io.heliograph.messages.Held;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one has, can buy and has bought.
 *
 * @param held what of it paid for messages that are being checked
 * @param chosen the package that is marked; null when there is none
 * @param mayPay whether the reader's role buys
 * @param canBuy whether anything can be bought by card here
 * @param next where the next page of purchases begins
 */
record CreditsView(
        Wallet wallet,
        Held held,
        String seller,
        List<Offer> offers,
        @Nullable UUID chosen,
        boolean mayPay,
        boolean canBuy,
        List<PurchaseLine> purchases,
        @Nullable UUID next) {}
