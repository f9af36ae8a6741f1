package io.heliograph.signin;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** A sign-in that succeeded. Its name, by which sessions are found, is the person's id. */
class SignInToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final SignedIn who;

    SignInToken(SignedIn who) {
        super(List.<GrantedAuthority>of());
        this.who = who;
        setAuthenticated(true);
    }

    @Override
    public SignedIn getPrincipal() {
        return who;
    }

    @Override
    public String getName() {
        return who.userId().toString();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
