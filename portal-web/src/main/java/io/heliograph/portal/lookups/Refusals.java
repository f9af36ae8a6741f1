package io.heliograph.portal.lookups;

import io.heliograph.lookups.LookupRefusal;
import io.heliograph.portal.Fmt;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Says in a form why a list or number is not taken, and what to do. */
@Component
class Refusals {

    private final Fmt fmt;

    Refusals(Fmt fmt) {
        this.fmt = fmt;
    }

    void tell(LookupRefusal refusal, BindingResult errors, String field) {
        switch (refusal) {
            case LookupRefusal.NoNumber _ -> errors.rejectValue(field, "lookups.number.missing");
            case LookupRefusal.BadNumber _ -> errors.rejectValue(field, "lookups.number.wrong");
            case LookupRefusal.TooManyNumbers many ->
                errors.rejectValue(field, "lookups.many", new Object[] {many.numbers(), many.most()}, "");
            case LookupRefusal.NoRoute none ->
                errors.rejectValue(field, "lookups.noroute", new Object[] {fmt.phone(none.number())}, "");
            case LookupRefusal.NotEnoughCredits credits ->
                errors.reject(
                        "lookups.short",
                        new Object[] {
                            fmt.inCredits(credits.price().minus(credits.available())), fmt.inCredits(credits.price())
                        },
                        "");
            case LookupRefusal.KeyReused _ -> errors.reject("lookups.again");
            case LookupRefusal.NotReady _ -> errors.reject("lookups.notready");
        }
    }
}
