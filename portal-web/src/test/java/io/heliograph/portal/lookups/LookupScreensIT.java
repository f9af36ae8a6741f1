package io.heliograph.portal.lookups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.lookups.LookupJob;
import io.heliograph.lookups.LookupJobState;
import io.heliograph.lookups.LookupJobs;
import io.heliograph.lookups.Lookups;
import io.heliograph.portal.Customers;
import io.heliograph.portal.Visitor;
import io.heliograph.sheets.SheetFiles;
import io.heliograph.sheets.SheetReader;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class LookupScreensIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern AGREED = Pattern.compile("name=\"agreed\" value=\"(\\d+)\"");

    @Autowired
    MockMvcTester portal;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    LookupJobs jobs;

    @Autowired
    Lookups lookups;

    @Autowired
    Wallets wallets;

    @Autowired
    Proof proof;

    Tenant customer;
    Visitor alice;

    @BeforeEach
    void aliceHasTenCredits() {
        customer = customers.with(people.reseller(), 10);
        alice = Visitor.signIn(portal, people.user(customer.id(), Role.OWNER));
    }

    @AfterEach
    void proveTheLedger() {
        assertThat(proof.run().differences()).isEmpty();
    }

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
    void takesAFileSaysWhatItCostsAndChargesWhenItStarts() throws UnsupportedEncodingException {
        MvcTestResult taken = upload("spring.csv", """
                Phone
                +44 7700 910123
                0044 7700 910124
                07700 910125
                447700910123
                """);

        String page = redirected(taken);
        MvcTestResult draft = alice.visit(page);
        assertThat(draft)
                .bodyText()
                .contains("spring.csv", "Check 2 numbers", "1 row is left out", "07700 910125", "No country code");
        assertThat(balance()).isEqualTo(Credits.of(10));

        alice.send(page + "/starts", "agreed", agreed(draft));
        alice.send(page + "/starts", "agreed", agreed(draft));

        done(page);
        assertThat(balance()).isEqualTo(Credits.of(9));
        assertThat(alice.visit(page)).bodyText().contains("Send to the 2 active numbers", "Sandbox Mobile");
        assertThat(alice.visit("/send?lookup=" + id(page))).bodyText().contains("+447700910123\n+447700910124");
    }

    @Test
    void asksWhichColumnHoldsTheNumbersAndGivesAllOfThemBack() throws UnsupportedEncodingException {
        String list = redirected(upload("friends.csv", """
                Name;Customer number;Mobile
                Ana;447700980001;+44 7700 910223
                Ben;447700980002;0044 7700 910224
                Cem;447700980003;07700 910225
                Dan;447700980004;447700910223
                """));
        assertThat(alice.visit(list))
                .bodyText()
                .contains(
                        "Which column holds the phone numbers?", "Ana · Ben · Cem", "Numbers in 3 of the first 4 rows");
        assertThat(alice.send(list + "/drafts", "column", "3", "headed", "true"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose the column that holds the phone numbers.", "Ana · Ben · Cem");

        String page = redirected(alice.send(list + "/drafts", "column", "2", "headed", "true"));

        MvcTestResult draft = alice.visit(page);
        assertThat(draft).bodyText().contains("Check 2 numbers", "07700 910225", "Name, Customer number, Mobile");
        alice.send(page + "/starts", "agreed", agreed(draft));
        done(page);
        assertThat(file(page + "/results.csv?show=active"))
                .extracting(row -> row.subList(0, 5), List::getLast)
                .containsExactly(
                        tuple(List.of("Name", "Customer number", "Mobile", "Number", "State"), "Credits"),
                        tuple(List.of("Ana", "447700980001", "+44 7700 910223", "+44 7700 910223", "Active"), "0.5"),
                        tuple(List.of("Dan", "447700980004", "447700910223", "+44 7700 910223", "Active"), "0"),
                        tuple(List.of("Ben", "447700980002", "0044 7700 910224", "+44 7700 910224", "Active"), "0.5"));
        assertThat(file(page + "/results.xlsx"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row).hasSizeGreaterThan(5));
    }

    @Test
    void leavesHiddenRowsOutAndSaysSo() throws UnsupportedEncodingException {
        MvcTestResult taken = alice.upload("/lookups/lists", "file", "old.xlsx", SheetFiles.withHiddenRow());
        String list = redirected(taken);
        assertThat(alice.visit(list)).bodyText().contains("One row is hidden in the spreadsheet. It is left out.");

        String page = redirected(alice.send(list + "/drafts", "column", "1", "headed", "true"));

        assertThat(alice.visit(page))
                .bodyText()
                .contains("Check 1 number", "Hidden in the spreadsheet", "447700900124");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''           | Choose a file, or paste numbers.
                    'Name,Town'  | It has the columns Name, Town.
                    07700 900123 | Choose a file with a column of phone numbers
                    """)
    void saysWhatIsWrongWithAList(String text, String problem) {
        assertThat(upload("list.csv", text))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("There is a problem", problem, "<title>Error: ");
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

    private void done(String page) {
        await().atMost(SOON).until(() -> job(page).isSettled());
    }

    private LookupJob job(String page) {
        return jobs.find(customer.id(), id(page)).orElseThrow();
    }

    private MvcTestResult paste(String numbers) {
        return alice.send("/lookups/lists", "numbers", numbers);
    }

    private MvcTestResult upload(String name, String text) {
        return alice.upload("/lookups/lists", "file", name, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<List<String>> file(String address) {
        MvcTestResult answer = alice.visit(address);
        assertThat(answer).hasStatusOk();
        return SheetReader.read(answer.getResponse().getContentAsByteArray()).lines().stream()
                .map(line -> line.cells())
                .toList();
    }

    private Credits balance() {
        return wallets.get(customer.id()).balance();
    }

    private static String agreed(MvcTestResult draft) throws UnsupportedEncodingException {
        Matcher agreed = AGREED.matcher(draft.getResponse().getContentAsString());
        assertThat(agreed.find()).isTrue();
        return agreed.group(1);
    }

    private static String redirected(MvcTestResult result) {
        assertThat(result).hasStatus(HttpStatus.FOUND);
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }

    private static UUID id(String page) {
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }
}
