package io.heliograph.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.heliograph.People;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.User;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A person who has signed in by the form, with the session's cookie. */
public final class Visitor {

    private final MockMvcTester browser;
    private final User user;
    private final Cookie session;

    private Visitor(MockMvcTester browser, User user, Cookie session) {
        this.browser = browser;
        this.user = user;
        this.session = session;
    }

    /** A new person of a tenant, signed in. */
    public static Visitor of(MockMvcTester browser, People people, UUID tenantId, Role role) {
        User user = people.user(tenantId, role);
        MvcTestResult signedIn = browser.perform(MockMvcRequestBuilders.post("/login")
                .param("username", user.email())
                .param("password", People.PASSWORD)
                .with(csrf()));
        Cookie session = Objects.requireNonNull(signedIn.getResponse().getCookie("session"));
        return new Visitor(browser, user, session);
    }

    public User user() {
        return user;
    }

    public MvcTestResult get(String path) {
        return browser.perform(MockMvcRequestBuilders.get(path).cookie(session));
    }

    /** Sends a form; names and values by turns. */
    public MvcTestResult post(String path, String... fields) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(HttpMethod.POST, path)
                .cookie(session)
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return browser.perform(request);
    }

    /** Where an answer leads to. */
    public static String target(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }
}
