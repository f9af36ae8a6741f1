package io.heliograph.messages;

import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Ledger;
import io.heliograph.ledger.Transfer;
import io.heliograph.rates.Charges;
import io.heliograph.rates.Price;
import io.heliograph.rates.Rates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the whole price of messages back, and takes back what the sellers above earned by them. */
@Component
class Refunds {

    private final Ledger ledger;
    private final Rates rates;

    Refunds(Ledger ledger, Rates rates) {
        this.ledger = ledger;
        this.rates = rates;
    }

    /** Posts the refunds and returns the direct seller's lost margin by message. */
    Map<UUID, Credits> refund(List<Message> messages, @Nullable UUID actorId) {
        List<Transfer> transfers = new ArrayList<>();
        Map<UUID, Credits> margins = new HashMap<>();
        for (Message message : messages) {
            Price price = rates.chain(message.tenantId(), message.chainId());
            transfers.addAll(
                    Charges.refund(message.tenantId(), message.id(), price, message.segments(), null, actorId));
            price.margins(message.segments()).stream()
                    .findFirst()
                    .ifPresent(direct -> margins.put(message.id(), direct.amount()));
        }
        ledger.post(transfers);
        return margins;
    }
}
