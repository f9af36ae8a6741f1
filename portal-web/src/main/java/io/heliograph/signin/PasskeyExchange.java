package io.heliograph.signin;

import io.heliograph.protection.Passkeys;
import io.heliograph.tenants.User;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a browser and the portal say to each other about passkeys. What was asked waits in the session, and works once. */
@Component
public class PasskeyExchange {

    private static final Logger log = LoggerFactory.getLogger(PasskeyExchange.class);
    private static final String ASKED = "signin.passkey";

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final Passkeys passkeys;
    private final Sites sites;

    PasskeyExchange(Passkeys passkeys, Sites sites) {
        this.passkeys = passkeys;
        this.sites = sites;
    }

    /** What the browser's {@code navigator.credentials.create} takes. */
    public String creation(HttpServletRequest request, Authentication who) {
        PublicKeyCredentialCreationOptions options = passkeys.creation(sites.of(request), who);
        request.getSession().setAttribute(ASKED, options);
        return json.writeValueAsString(options);
    }

    /** Takes what the browser made; false when it does not fit what was asked. */
    public boolean add(HttpServletRequest request, User user, String label, String made) {
        return asked(request, PublicKeyCredentialCreationOptions.class)
                .map(options -> add(request, user, options, label, made))
                .orElse(false);
    }

    /** What the browser's {@code navigator.credentials.get} takes. */
    String request(HttpServletRequest request, @Nullable Authentication who) {
        PublicKeyCredentialRequestOptions options = passkeys.request(sites.of(request), who);
        request.getSession().setAttribute(ASKED, options);
        return json.writeValueAsString(options);
    }

    /** Whose passkey answered; empty when it does not fit what was asked. */
    Optional<UUID> answered(HttpServletRequest request, String answer) {
        return asked(request, PublicKeyCredentialRequestOptions.class)
                .flatMap(options -> check(request, options, answer));
    }

    private boolean add(
            HttpServletRequest request,
            User user,
            PublicKeyCredentialCreationOptions options,
            String label,
            String made) {
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> key = json.readValue(made, new TypeReference<>() {});
            passkeys.add(sites.of(request), user, options, key, label);
            return true;
        } catch (RuntimeException e) {
            log.info("A passkey was not taken: {}", e.toString());
            return false;
        }
    }

    private Optional<UUID> check(HttpServletRequest request, PublicKeyCredentialRequestOptions options, String answer) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> key = json.readValue(answer, new TypeReference<>() {});
            return Optional.of(passkeys.check(sites.of(request), options, key));
        } catch (RuntimeException e) {
            log.info("A passkey did not fit: {}", e.toString());
            return Optional.empty();
        }
    }

    private static <T extends Serializable> Optional<T> asked(HttpServletRequest request, Class<T> type) {
        Object asked = request.getSession().getAttribute(ASKED);
        request.getSession().removeAttribute(ASKED);
        return Optional.ofNullable(asked).filter(type::isInstance).map(type::cast);
    }
}
