package io.heliograph.signin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * A sign-in that succeeded, with the factors by which it did. Its name, by which sessions are found, is the person's id;
 * where somebody has signed in as them, that of whoever is really there.
 */
class SignInToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final SignedIn who;

    SignInToken(SignedIn who) {
        this(who, List.of());
    }

    SignInToken(SignedIn who, Collection<? extends GrantedAuthority> factors) {
        super(factors);
        this.who = who;
        setAuthenticated(true);
    }

    /** The same with one factor more, in place of an earlier one of its kind. */
    SignInToken with(FactorGrantedAuthority factor) {
        List<GrantedAuthority> factors = new ArrayList<>(getAuthorities());
        factors.removeIf(earlier -> factor.getAuthority().equals(earlier.getAuthority()));
        factors.add(factor);
        return new SignInToken(who, factors);
    }

    /** The same factors for the person as they are now, or for one whom they have signed in as. */
    SignInToken as(SignedIn now) {
        return new SignInToken(now, getAuthorities());
    }

    @Override
    public SignedIn getPrincipal() {
        return who;
    }

    @Override
    public String getName() {
        StandIn standIn = who.standIn();
        return (standIn == null ? who.userId() : standIn.userId()).toString();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
