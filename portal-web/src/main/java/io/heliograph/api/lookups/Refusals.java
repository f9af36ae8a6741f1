package io.heliograph.api.lookups;

import io.heliograph.api.ApiException;
import io.heliograph.api.NumberMistakes;
import io.heliograph.lookups.LookupRefusal;

/** Says a refusal of the one way in for lookups as a problem. */
final class Refusals {

    private Refusals() {}

    static ApiException of(LookupRefusal refusal) {
        return switch (refusal) {
            case LookupRefusal.NoNumber _ -> NumberMistakes.none();
            case LookupRefusal.BadNumber bad -> NumberMistakes.outOfForm(bad.number());
            case LookupRefusal.TooManyNumbers many -> NumberMistakes.tooMany(many.numbers(), many.most());
            case LookupRefusal.NoRoute none -> NumberMistakes.noRoute(none.number());
            case LookupRefusal.NotEnoughCredits few -> NumberMistakes.tooFewCredits(few.price(), few.available());
            case LookupRefusal.KeyReused _ ->
                throw new IllegalStateException("The key is an id of ours, which is used for one request only");
            case LookupRefusal.NotReady _ -> NumberMistakes.notReady();
        };
    }
}
