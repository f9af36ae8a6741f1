package io.heliograph.email;

import io.heliograph.submissions.Refusal;
import io.heliograph.text.MessageText;

/** What refusals are as answers of SMTP: 4xx where the same mail may be taken later, 5xx where something must change. */
public final class Refusals {

    /** The database does not answer, or something else is wrong that is ours. */
    public static final Answer UNAVAILABLE =
            new Answer(451, "4.3.0", "Not taken: we have a problem. Send it again later");

    /** The account is suspended. */
    public static final Answer SUSPENDED =
            new Answer(550, "5.7.1", "This account is suspended. Ask the company you buy messages from");

    private Refusals() {}

    static Answer of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.BadSender bad ->
                new Answer(
                        550,
                        "5.7.1",
                        "The sender \"" + bad.sender() + "\" cannot be used: 11 characters at most, or 18 digits");
            case Refusal.BadNumber bad ->
                new Answer(553, "5.1.3", "\"" + bad.number() + "\" is no number: 10 to 18 digits with country code");
            case Refusal.NoNumber _ -> new Answer(553, "5.1.3", "There is no number");
            case Refusal.TooManyNumbers many ->
                new Answer(452, "4.5.3", many.numbers() + " numbers; " + many.most() + " at most");
            case Refusal.NoRoute none ->
                new Answer(550, "5.7.1", "There is no price for " + none.number() + ": its country is not offered");
            case Refusal.NoText _ -> new Answer(550, "5.6.0", "The mail has no text besides signature and quotes");
            case Refusal.TextTooLong text -> tooLong(text.segments(), MessageText.MAX_SEGMENTS);
            case Refusal.NotEnoughCredits credits ->
                new Answer(
                        452,
                        "4.2.2",
                        "Not enough credits: it costs " + credits.price() + ", you have " + credits.available());
            case Refusal.KeyReused _ ->
                new Answer(554, "5.6.0", "This Message-ID was used before, for a mail with another text");
            case Refusal.NotReady _ -> UNAVAILABLE;
            case Refusal.TooFarAhead _, Refusal.ExpiresTooSoon _ ->
                throw new IllegalStateException("Mails have no schedule");
        };
    }

    static Answer tooLong(int parts, int most) {
        return new Answer(552, "5.2.3", "The text has " + parts + " parts; " + most + " at most");
    }

    static Answer notAllowed(String address) {
        return new Answer(550, "5.7.1", "From <" + address + "> is not allowed to send. Add it on the page E-mail");
    }

    static Answer automatic() {
        return new Answer(550, "5.7.1", "Automatic replies are not sent as messages");
    }

    static Answer noSender() {
        return new Answer(550, "5.7.1", "There is no sender. Choose one on the page E-mail");
    }

    static Answer dayIsFull(int most) {
        return new Answer(452, "4.7.1", "The limit of " + most + " messages a day by e-mail is reached");
    }
}
