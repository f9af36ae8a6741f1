package io.heliograph.api.messages;

import io.heliograph.api.ApiException;
import io.heliograph.api.ErrorCode;
import io.heliograph.api.NumberMistakes;
import io.heliograph.submissions.Refusal;
import io.heliograph.text.MessageText;

/** Says a refusal of the one way in as a problem. */
final class Refusals {

    static final String SENDER_FORM = "A sender has at most 11 characters, or 18 digits, with + in front or not";

    private Refusals() {}

    static ApiException of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.BadSender _ -> new ApiException(ErrorCode.INVALID_SENDER, SENDER_FORM);
            case Refusal.BadNumber bad -> NumberMistakes.outOfForm(bad.number());
            case Refusal.NoNumber _ -> NumberMistakes.none();
            case Refusal.TooManyNumbers many -> NumberMistakes.tooMany(many.numbers(), many.most());
            case Refusal.NoRoute none -> NumberMistakes.noRoute(none.number());
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
            case Refusal.NotEnoughCredits few -> NumberMistakes.tooFewCredits(few.price(), few.available());
            case Refusal.KeyReused _ ->
                throw new IllegalStateException("The key is an id of ours, which is used for one request only");
            case Refusal.NotReady _ -> NumberMistakes.notReady();
        };
    }
}
