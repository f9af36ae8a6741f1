package io.heliograph.api.messages;

import io.heliograph.api.ApiException;
import io.heliograph.api.ErrorCode;
import io.heliograph.submissions.Refusal;
import io.heliograph.text.MessageText;
import io.heliograph.text.Msisdn;

/** Says a refusal of the one way in as a problem. */
final class Refusals {

    static final String SENDER_FORM = "A sender has at most 11 characters, or 18 digits, with + in front or not";
    static final String NUMBER_FORM =
            "A number has " + Msisdn.MIN_DIGITS + " to " + Msisdn.MAX_DIGITS + " digits with the country code";

    private Refusals() {}

    static ApiException of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.BadSender _ -> new ApiException(ErrorCode.INVALID_SENDER, SENDER_FORM);
            case Refusal.BadNumber bad ->
                new ApiException(ErrorCode.INVALID_NUMBER, NUMBER_FORM).with("number", bad.number());
            case Refusal.NoNumber _ -> new ApiException(ErrorCode.INVALID_NUMBER, "Name at least one number");
            case Refusal.TooManyNumbers many ->
                new ApiException(
                                ErrorCode.TOO_MANY_NUMBERS,
                                many.numbers() + " numbers; " + many.most() + " at most in one request")
                        .with("most", many.most());
            case Refusal.NoRoute none ->
                new ApiException(ErrorCode.NO_ROUTE, "There is no price for " + none.number())
                        .with("number", none.number());
            case Refusal.NoText _ -> new ApiException(ErrorCode.TEXT_TOO_LONG, "A message has a text");
            case Refusal.TextTooLong text ->
                new ApiException(
                                ErrorCode.TEXT_TOO_LONG,
                                text.segments() + " segments; " + MessageText.MAX_SEGMENTS + " at most")
                        .with("segments", text.segments());
            case Refusal.TooFarAhead far ->
                new ApiException(
                        ErrorCode.INVALID_SCHEDULE,
                        "A message can be scheduled " + far.most().toDays() + " days ahead");
            case Refusal.ExpiresTooSoon _ ->
                new ApiException(ErrorCode.INVALID_SCHEDULE, "It would expire before it is sent");
            case Refusal.NotEnoughCredits few ->
                new ApiException(
                                ErrorCode.INSUFFICIENT_CREDITS,
                                "It costs " + few.price() + " credits; there are " + few.available())
                        .with("price", few.price())
                        .with("available", few.available());
            case Refusal.KeyReused _ ->
                throw new IllegalStateException("The key is an id of ours, which is used for one request only");
            case Refusal.NotReady _ ->
                new ApiException(ErrorCode.UNAVAILABLE, "No way to the networks is set up").retryAfter(60);
        };
    }
}
