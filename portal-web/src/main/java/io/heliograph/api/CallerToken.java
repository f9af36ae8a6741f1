package io.heliograph.api;

import io.heliograph.apikeys.ApiCaller;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** A call whose bearer token was good. */
class CallerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient ApiCaller caller;

    CallerToken(ApiCaller caller) {
        super(List.<GrantedAuthority>of());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public ApiCaller getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
