package io.heliograph.smppserver;

import io.heliograph.smpp.RefusedException;
import io.heliograph.submissions.Refusal;

/** Which command status says why a message is not accepted. */
final class Refusals {

    private Refusals() {}

    static RefusedException of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.BadSender bad ->
                refused(
                        Status.SENDER,
                        "Sender \"" + bad.sender() + "\": 11 characters at most, or 18 digits, or a plus and digits");
            case Refusal.NoNumber _ -> refused(Status.NUMBER, "There is no number");
            case Refusal.BadNumber bad ->
                refused(Status.NUMBER, "Number \"" + bad.number() + "\": 10 to 18 digits with the country code");
            case Refusal.TooManyNumbers many -> refused(Status.NUMBER, many.numbers() + " numbers; one at a time");
            case Refusal.NoRoute none -> refused(Status.NUMBER, "There is no price for " + none.number());
            case Refusal.NoText _ -> refused(Status.TEXT, "The text is empty");
            case Refusal.TextTooLong text ->
                refused(Status.TEXT, "The text has " + text.segments() + " parts; 5 at most");
            case Refusal.TooFarAhead ahead ->
                refused(Status.SEND_AT, "At most " + ahead.most().toDays() + " days ahead");
            case Refusal.ExpiresTooSoon _ ->
                refused(Status.EXPIRES_AT, "The validity period ends before the message is due");
            case Refusal.NotEnoughCredits credits ->
                refused(
                        Status.CREDITS,
                        "It costs " + credits.price().inEnglish() + "; you have " + credits.available());
            case Refusal.KeyReused _ -> refused(Status.SYSTEM_ERROR, "The parts do not belong together");
            case Refusal.NotReady _ -> refused(Status.LATER, "Sending is not set up yet");
        };
    }

    private static RefusedException refused(int status, String reason) {
        return new RefusedException(status, reason);
    }
}
