package io.heliograph.signin;

import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in with e-mail address and password. Unknown, wrong, disabled, suspended and too often all fail alike, and take
 * one password check each, so that nobody learns who has an account.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    static final int TRIES_PER_ACCOUNT_AND_ADDRESS = 8;
    static final int TRIES_PER_ACCOUNT = 50;
    static final int TRIES_PER_ADDRESS = 100;

    /** A hash of 256 random bits that nobody kept: what the password of nobody is compared with. */
    private static final String NOBODY = "{bcrypt}$2a$10$iwMnNTXzqrQI65RW/LK2uOaFljBtH11x44UH5vCEm17hs3WJljSyG";

    private final Users users;
    private final Principals principals;
    private final PasswordEncoder passwords;
    private final Throttle throttle;
    private final SignInRecords records;
    private final Clock clock;

    PasswordSignIn(
            Users users,
            Principals principals,
            PasswordEncoder passwords,
            Throttle throttle,
            SignInRecords records,
            Clock clock) {
        this.users = users;
        this.principals = principals;
        this.passwords = passwords;
        this.throttle = throttle;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String email = asked.getName().strip().toLowerCase(Locale.ROOT);
        String address = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        String here = "both:" + email + " " + address;
        boolean allowed = throttle.allows(here, TRIES_PER_ACCOUNT_AND_ADDRESS)
                && throttle.allows("account:" + email, TRIES_PER_ACCOUNT)
                && throttle.allows("address:" + address, TRIES_PER_ADDRESS);
        if (!allowed) {
            throw new BadCredentialsException("Too many tries");
        }
        Optional<SignedIn> checked = check(email, String.valueOf(asked.getCredentials()));
        if (checked.isEmpty()) {
            records.refused(email, address);
            throw new BadCredentialsException("Not this person");
        }
        SignedIn who = checked.get();
        throttle.clear(here);
        throttle.clear("account:" + email);
        throttle.clear("address:" + address);
        records.signedIn(who, Factors.PASSWORD, address);
        return new SignInToken(who, List.of(Factors.now(Factors.PASSWORD, clock)));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Optional<SignedIn> check(String email, String password) {
        Optional<User> user = users.findByEmail(email);
        Optional<String> encoded = user.map(User::id).flatMap(users::encodedPassword);
        boolean matches = passwords.matches(password, encoded.orElse(NOBODY));
        return matches && encoded.isPresent() ? user.map(User::id).flatMap(principals::current) : Optional.empty();
    }
}
