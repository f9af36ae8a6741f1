package io.heliograph.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of numbers that a person checks on the screen. */
public record NumberList(Calls portal, Person person, String page) {

    private static final String LISTS = "/lookups/lists";
    private static final Pattern AGREED = Pattern.compile("name=\"agreed\" value=\"(\\d+)\"");

    /** Pastes numbers; the page that it leads to says what they cost. */
    public static NumberList pasted(Calls portal, Person person, List<String> numbers) {
        HttpResponse<String> answer = person.post(portal, LISTS, LISTS, Map.of("numbers", String.join("\n", numbers)));
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return new NumberList(portal, person, location.substring(location.indexOf("/lookups/")));
    }

    /** Agrees to the price on the page. */
    public void start() {
        Matcher agreed = AGREED.matcher(person.get(portal, page).body());
        assertThat(agreed.find()).as("%s says a price", page).isTrue();
        HttpResponse<String> answer = person.post(portal, page, page + "/starts", Map.of("agreed", agreed.group(1)));
        assertThat(answer.statusCode()).isEqualTo(302);
    }
}
