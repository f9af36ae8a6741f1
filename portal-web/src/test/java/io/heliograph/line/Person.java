package io.heliograph.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at a browser without JavaScript, who keeps cookies, whichever node answers. */
public final class Person {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Signs in with the sandbox's password. */
    public static Person signedIn(Calls portal, String email) {
        Person person = new Person();
        HttpResponse<String> answer =
                person.post(portal, "/login", "/login", Map.of("username", email, "password", "sandbox"));
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("login");
        assertThat(answer.statusCode()).isEqualTo(302);
        return person;
    }

    public HttpResponse<String> get(Calls portal, String path) {
        return keepCookies(Calls.exchange(portal.request(path)
                .header("Accept", "text/html")
                .header("Cookie", cookies())
                .GET()));
    }

    /** Fills in the form of a page and sends it. */
    public HttpResponse<String> post(Calls portal, String page, String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(portal, page).body());
        assertThat(token.find()).as("%s has a form", page).isTrue();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token.group(1));
        return keepCookies(Calls.exchange(portal.request(path)
                .header("Content-Type", Calls.FORM)
                .header("Cookie", cookies())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(Calls.encoded(all)))));
    }

    private String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> keepCookies(HttpResponse<String> answer) {
        answer.headers().allValues("Set-Cookie").forEach(header -> {
            String[] pair = header.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        return answer;
    }
}
