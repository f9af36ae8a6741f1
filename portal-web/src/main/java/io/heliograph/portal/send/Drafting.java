package io.heliograph.portal.send;

import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Wallet;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.send.Draft.Unusable;
import io.heliograph.rates.TermsOfSale;
import io.heliograph.submissions.Quote;
import io.heliograph.submissions.Submissions;
import io.heliograph.text.MessageText;
import io.heliograph.text.Msisdn;
import io.heliograph.text.Recipients;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads a form: which numbers are ready, what the text takes, what it costs. Keeps and charges nothing. */
@Component
class Drafting {

    private final Submissions submissions;
    private final Wallets wallets;
    private final TermsOfSale terms;

    Drafting(Submissions submissions, Wallets wallets, TermsOfSale terms) {
        this.submissions = submissions;
        this.wallets = wallets;
        this.terms = terms;
    }

    Draft read(UUID tenantId, SendForm form, Corrections corrections) {
        Recipients recipients = Recipients.parse(form.numbers());
        List<String> inForm = recipients.ready().stream().map(Msisdn::digits).toList();
        MessageText text = MessageText.of(form.text());
        Quote quote = submissions.quote(tenantId, form.text(), inForm);
        Set<String> unpriced = new HashSet<>(quote.withoutRoute());
        Wallet wallet = wallets.get(tenantId);
        return new Draft(
                text,
                inForm.stream().filter(number -> !unpriced.contains(number)).toList(),
                recipients.repeated(),
                unusable(recipients, quote, corrections),
                quote,
                wallet.available(),
                wallet.sellerId() != null && terms.of(wallet.sellerId()).refundUndelivered());
    }

    private static List<Unusable> unusable(Recipients recipients, Quote quote, Corrections corrections) {
        List<Unusable> unusable = new ArrayList<>();
        recipients
                .unusable()
                .forEach(bad -> unusable.add(
                        new Unusable(bad.line(), bad.typed(), bad.reason().name(), corrections.of(bad.typed()))));
        quote.withoutRoute()
                .forEach(number -> unusable.add(new Unusable(0, number, Unusable.NO_ROUTE, corrections.of(number))));
        return unusable;
    }

    /** What may be spent now. */
    Credits available(UUID tenantId) {
        return wallets.get(tenantId).available();
    }
}
