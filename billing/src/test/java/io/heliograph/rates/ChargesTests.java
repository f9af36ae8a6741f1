package io.heliograph.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Account;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Transfer;
import io.heliograph.ledger.TransferKind;
import io.heliograph.rates.Price.Link;
import io.heliograph.rates.Price.Margin;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChargesTests {

    private final UUID alice = RowIds.next();
    private final UUID seller = RowIds.next();
    private final UUID top = RowIds.next();
    private final UUID submission = RowIds.next();
    private final UUID message = RowIds.next();

    @Test
    void earnsTheDifferenceAtEachLevel() {
        Price price = price("1.5", "1.1", "1");

        assertThat(price.total(3)).isEqualTo(Credits.parse("4.5"));
        assertThat(price.margins(3))
                .containsExactly(new Margin(seller, Credits.parse("1.2")), new Margin(top, Credits.parse("0.3")));
    }

    @Test
    void chargesASubmissionOnceAndBooksEachMargin() {
        List<Transfer> transfers = Charges.of(
                alice,
                submission,
                List.of(new Charges.Item(price("1.5", "1.1", "1"), 3), new Charges.Item(price("2", "1", "1"), 1)));

        assertThat(transfers)
                .containsExactly(
                        transfer(
                                "charge:" + submission,
                                TransferKind.CHARGE,
                                Account.wallet(alice),
                                Account.usage(alice),
                                "6.5",
                                submission),
                        transfer(
                                "margin:" + submission + ":" + seller,
                                TransferKind.MARGIN,
                                Account.usage(alice),
                                Account.margin(seller),
                                "2.2",
                                submission),
                        transfer(
                                "margin:" + submission + ":" + top,
                                TransferKind.MARGIN,
                                Account.usage(alice),
                                Account.margin(top),
                                "0.3",
                                submission));
    }

    @Test
    void letsTheSellerBearALoss() {
        List<Transfer> transfers = Charges.of(alice, submission, List.of(new Charges.Item(price("0.75", "1", "1"), 2)));

        assertThat(transfers).hasSize(2);
        assertThat(transfers.getLast())
                .isEqualTo(transfer(
                        "margin:" + submission + ":" + seller,
                        TransferKind.MARGIN,
                        Account.margin(seller),
                        Account.usage(alice),
                        "0.5",
                        submission));
    }

    @Test
    void refundsAMessageAndUndoesItsMargins() {
        List<Transfer> transfers = Charges.refund(alice, message, price("1.5", "1.6", "1"), 2, "Refused", null);

        assertThat(transfers)
                .containsExactly(
                        new Transfer(
                                alice,
                                "refund:" + message,
                                TransferKind.REFUND,
                                Account.usage(alice),
                                Account.wallet(alice),
                                Credits.of(3),
                                message,
                                "Refused",
                                null),
                        transfer(
                                "refund-margin:" + message + ":" + seller,
                                TransferKind.MARGIN_REVERSAL,
                                Account.usage(alice),
                                Account.margin(seller),
                                "0.2",
                                message),
                        transfer(
                                "refund-margin:" + message + ":" + top,
                                TransferKind.MARGIN_REVERSAL,
                                Account.margin(top),
                                Account.usage(alice),
                                "1.2",
                                message));
    }

    @Test
    void movesNothingForNothing() {
        assertThat(Charges.of(alice, submission, List.of(new Charges.Item(price("0", "0", "0"), 5))))
                .isEmpty();
        assertThat(Charges.refund(alice, message, price("0", "0", "0"), 5, null, null))
                .isEmpty();
        assertThat(Charges.of(alice, submission, List.of(new Charges.Item(price("1", "1", "1"), 5))))
                .hasSize(1);
    }

    @Test
    void givesTheSamePriceTheSameId() {
        assertThat(price("1.5", "1.1", "1").chainId())
                .isEqualTo(price("1.5", "1.1", "1").chainId())
                .isNotEqualTo(price("1.5", "1.1", "1.1").chainId());
        assertThat(quote("49", "1", "1", "1").toPrice().chainId())
                .isNotEqualTo(quote("4", "1", "1", "1").toPrice().chainId());
        assertThat(price("1", "1", "1").chainId().version()).isEqualTo(8);
        assertThat(price("1", "1", "1").chainId().variant()).isEqualTo(2);
    }

    @Test
    void readsBackTheLinksItWrites() {
        Quote quote = quote("49", "1.5", "0.0001", "0");

        assertThat(Quote.links(quote.linksText())).isEqualTo(quote.links());
    }

    @Test
    void isAboutTheFirstLinksTenant() {
        List<Link> links = List.of(new Link(alice, Credits.of(1)));

        assertThatThrownBy(() -> new Price(RowIds.next(), "", Credits.of(2), links))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Price(RowIds.next(), "", Credits.of(2), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Price price(String customerPays, String sellerPays, String topPays) {
        return quote("49", customerPays, sellerPays, topPays).toPrice();
    }

    private Quote quote(String prefix, String customerPays, String sellerPays, String topPays) {
        return new Quote(
                Product.SMS,
                prefix,
                List.of(
                        new Link(alice, Credits.parse(customerPays)),
                        new Link(seller, Credits.parse(sellerPays)),
                        new Link(top, Credits.parse(topPays))));
    }

    private Transfer transfer(
            String key, TransferKind kind, Account from, Account to, String amount, UUID referenceId) {
        return new Transfer(alice, key, kind, from, to, Credits.parse(amount), referenceId);
    }
}
