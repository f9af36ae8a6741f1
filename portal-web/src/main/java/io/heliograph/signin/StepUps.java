package io.heliograph.signin;

import java.time.Clock;
import java.util.Objects;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whoever has just set up a second step by using it has passed it, too. */
@Component
public class StepUps {

    private final SigningIn signingIn;
    private final Clock clock;

    StepUps(SigningIn signingIn, Clock clock) {
        this.signingIn = signingIn;
        this.clock = clock;
    }

    /** A code of the person's new app was right. */
    public void passedByApp() {
        passed(Factors.APP);
    }

    /** The person's new passkey answered. */
    public void passedByPasskey() {
        passed(Factors.PASSKEY);
    }

    private void passed(String factor) {
        SignInToken token = (SignInToken)
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        signingIn.keep(token.with(Factors.now(factor, clock)));
    }
}
