package io.heliograph.portal.lookups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ledger.Credits;
import io.heliograph.lookups.LookupJobState;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class LookupScreensIT extends LookupScreensTest {

    @Test
    void checksOneNumberAndShowsItsAnswerOnThePage() {
        MvcTestResult sent = alice.send("/lookups/checks", "number", "+44 7700 900002", "key", "one");
        MvcTestResult again = alice.send("/lookups/checks", "number", "+44 7700 900002", "key", "one");

        String page = redirected(sent);
        assertThat(redirected(again)).isEqualTo(page);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(alice.visit(page))
                        .bodyText()
                        .contains("Not in use", "The network does not know the number."));
        assertThat(balance()).isEqualTo(Credits.parse("9.5"));
    }

    @Test
    void startsAtNoHigherPriceThanWasSeen() throws UnsupportedEncodingException {
        String page = redirected(paste("447700900123"));

        alice.send(page + "/starts", "agreed", "1");

        assertThat(alice.visit(page)).bodyText().contains("Check 1 number");
        assertThat(balance()).isEqualTo(Credits.of(10));
    }

    @Test
    void saysHowMuchIsMissingAndKeepsTheList() throws UnsupportedEncodingException {
        String page = redirected(paste(IntStream.range(0, 21)
                .mapToObj(i -> Long.toString(447_700_920_100L + i))
                .collect(Collectors.joining("\n"))));
        MvcTestResult draft = alice.visit(page);

        assertThat(draft).bodyText().contains("You need 0.5 more", "Buy credits");
        alice.send(page + "/starts", "agreed", agreed(draft));

        assertThat(alice.visit(page)).bodyText().contains("Check 21 numbers");
        assertThat(balance()).isEqualTo(Credits.of(10));
    }

    @Test
    void showsResultsByWhatWasFoundAndAsFiles() throws UnsupportedEncodingException {
        String page = started("447700900001\n447700900002\n447700900008\n447700930123");

        assertThat(alice.visit(page + "?show=switched-off"))
                .bodyText()
                .contains("+44 7700 900001")
                .doesNotContain("+44 7700 900002");
        assertThat(alice.visit(page + "?show=all&q=%2B44770093"))
                .bodyText()
                .contains("+44 7700 930123")
                .doesNotContain("+44 7700 900002");
        assertThat(file(page + "/results.csv?show=active"))
                .extracting(List::getFirst)
                .containsExactly("Number", "+44 7700 900008", "+44 7700 930123");
        assertThat(file(page + "/results.xlsx?show=all").get(2))
                .startsWith("+44 7700 900002", "Not in use")
                .endsWith("0.5");
    }

    @Test
    void pausesGoesOnAndStopsWithWhatWasNotAskedReturned() throws UnsupportedEncodingException {
        String page = redirected(paste("447700940101\n447700940102"));
        MvcTestResult draft = alice.visit(page);
        lookups.hold(List.of(customer.id()));
        alice.send(page + "/starts", "agreed", agreed(draft));

        alice.send(page + "/pauses");
        assertThat(alice.visit(page)).bodyText().contains("Paused", "Go on");
        alice.send(page + "/resumptions");
        assertThat(job(page).state()).isEqualTo(LookupJobState.RUNNING);
        assertThat(alice.visit(page + "/stops")).bodyText().contains("2 numbers that were not asked yet are dropped");
        alice.send(page + "/stops");

        assertThat(alice.visit(page)).bodyText().contains("Stopped", "1 credit came back.");
        assertThat(balance()).isEqualTo(Credits.of(10));
    }

    @Test
    void givesAnswersAgainForAsLongAsTheCustomerSays() throws UnsupportedEncodingException {
        started("447700950123");
        alice.send("/lookups/settings", "days", "7");

        String page = redirected(paste("447700950123\n447700950124"));

        assertThat(alice.visit(page)).bodyText().contains("1 number to ask:", "answered before, no charge");
        alice.send(page + "/starts", "agreed", agreed(alice.visit(page)));
        done(page);
        assertThat(balance()).isEqualTo(Credits.of(9));
    }

    @Test
    void charlieGets404() throws UnsupportedEncodingException {
        String page = started("447700960123");
        Visitor charlie = Visitor.signIn(
                portal, people.user(customers.with(people.reseller(), 1).id(), Role.OWNER));

        for (String path : List.of("", "/changes", "/stops", "/results.csv", "/results.xlsx", "/left-out.csv")) {
            assertThat(charlie.visit(page + path)).hasStatus(HttpStatus.NOT_FOUND);
        }
        String list = redirected(upload("ours.csv", "Name,Phone\nAna,447700960124"));
        assertThat(charlie.visit(list)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(charlie.send(list + "/drafts", "column", "1")).hasStatus(HttpStatus.NOT_FOUND);
        for (String path : List.of("/starts", "/drops", "/pauses", "/resumptions", "/stops")) {
            assertThat(charlie.send(page + path)).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(charlie.visit("/send?lookup=" + id(page))).bodyText().doesNotContain("447700960123");
    }

    private String started(String numbers) throws UnsupportedEncodingException {
        String page = redirected(paste(numbers));
        alice.send(page + "/starts", "agreed", agreed(alice.visit(page)));
        done(page);
        return page;
    }
}
