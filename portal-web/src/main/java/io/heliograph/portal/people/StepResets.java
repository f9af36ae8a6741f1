package io.heliograph.portal.people;

import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Words;
import io.heliograph.protection.SecondSteps;
import io.heliograph.tenants.User;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Resetting the second step of somebody who lost everything. */
@Component
class StepResets {

    private final SecondSteps steps;
    private final Words words;

    StepResets(SecondSteps steps, Words words) {
        this.steps = steps;
        this.words = words;
    }

    /** The question, for a page whose form goes to {@code action}. */
    Confirmation question(User user, String action, String back) {
        return new Confirmation(
                words.of("reset.ask.title", user.name()),
                List.of(words.of("reset.ask.what"), words.of("reset.ask.sure")),
                words.of("reset.ask.button", user.name()),
                action,
                back,
                Map.of());
    }

    /** Does it. */
    void reset(User user) {
        steps.reset(user);
    }
}
