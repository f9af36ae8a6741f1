package io.heliograph.oauth;

import io.heliograph.tenants.PublicUrl;
import org.springframework.stereotype.Component;

/** Who gives out tokens: the public address of this installation, or where none is configured the one that was called. */
@Component
class Issuer {

    private final PublicUrl address;

    Issuer(PublicUrl address) {
        this.address = address;
    }

    /** The issuer for a request that came to {@code here}, such as {@code http://localhost:8080}. */
    String of(String here) {
        return address.of("", here);
    }

    /** Whether a token that says it is of this issuer can be ours; its signature says whether it is. */
    boolean isOurs(String issuer) {
        return of(issuer).equals(issuer);
    }
}
