package io.heliograph.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.heliograph.People;
import io.heliograph.tenants.User;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Objects;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A person who is signed in, without a browser. */
public record Visitor(MockMvcTester portal, Cookie session) {

    /** Signs in one of the people that a test made. */
    public static Visitor signIn(MockMvcTester portal, User user) {
        return signIn(portal, user.email(), People.PASSWORD);
    }

    /** Signs in by address and password. */
    public static Visitor signIn(MockMvcTester portal, String email, String password) {
        MvcTestResult signedIn = portal.perform(post("/login")
                .param("username", email)
                .param("password", password)
                .with(csrf()));
        return new Visitor(portal, Objects.requireNonNull(signedIn.getResponse().getCookie("session")));
    }

    /** Asks for a page. */
    public MvcTestResult visit(String address) {
        return portal.perform(get(URI.create(address)).accept("text/html").cookie(session));
    }

    /** Sends a form; {@code fields} are names and values in turn. */
    public MvcTestResult send(String path, String... fields) {
        MockHttpServletRequestBuilder form =
                post(path).accept("text/html").cookie(session).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return portal.perform(form);
    }

    /** Sends a form with a file and nothing else. */
    public MvcTestResult upload(String path, String field, String name, byte[] file) {
        return portal.perform(multipart(path)
                .file(new MockMultipartFile(field, name, "text/csv", file))
                .accept("text/html")
                .cookie(session)
                .with(csrf()));
    }
}
