package io.heliograph.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** By what somebody has shown who they are, and when: Spring Security's factors, and ours. */
final class Factors {

    static final String PASSWORD = FactorGrantedAuthority.PASSWORD_AUTHORITY;
    static final String PASSKEY = FactorGrantedAuthority.WEBAUTHN_AUTHORITY;
    static final String COMPANY = FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY;
    static final String APP = "FACTOR_APP";
    static final String RECOVERY_CODE = "FACTOR_RECOVERY_CODE";

    /** The company's own provider says that it asked for more than a password. */
    static final String COMPANY_MFA = "FACTOR_COMPANY_MFA";

    /** What a sign-in that needs a second step lacks until then; granted by nothing but {@link #isTwofold}. */
    static final String SECOND_STEP = "FACTOR_SECOND_STEP";

    /** What a change of keys and passwords lacks when the sign-in is older than {@link #FRESH}. */
    static final String FRESH_SIGN_IN = "FACTOR_FRESH_SIGN_IN";

    static final Duration FRESH = Duration.ofMinutes(15);

    private static final Set<String> SECOND = Set.of(PASSKEY, APP, RECOVERY_CODE, COMPANY_MFA);

    private Factors() {}

    static FactorGrantedAuthority now(String factor, Clock clock) {
        return FactorGrantedAuthority.withAuthority(factor)
                .issuedAt(clock.instant())
                .build();
    }

    /** Whether a second step is behind the person. A passkey asks for a finger, a face or a PIN: two at once. */
    static boolean isTwofold(Collection<? extends GrantedAuthority> factors) {
        return factors.stream().map(GrantedAuthority::getAuthority).anyMatch(SECOND::contains);
    }

    /** Whether the person has shown who they are lately. */
    static boolean isFresh(Collection<? extends GrantedAuthority> factors, Clock clock) {
        return factors.stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .anyMatch(factor -> factor.getIssuedAt().isAfter(clock.instant().minus(FRESH)));
    }
}
