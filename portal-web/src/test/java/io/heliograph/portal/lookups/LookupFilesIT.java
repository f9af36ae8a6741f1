package io.heliograph.portal.lookups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.ledger.Credits;
import io.heliograph.lookups.LookupJobs;
import io.heliograph.sheets.SheetFiles;
import io.heliograph.sheets.Uploads;
import java.io.UnsupportedEncodingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Lists that come as files, in any form. */
class LookupFilesIT extends LookupScreensTest {

    @Autowired
    Uploads uploads;

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
    void saysWhatToDoWhenAsManyFilesAsMayBeWait() {
        for (int i = 0; i < Uploads.MOST; i++) {
            uploads.keep(customer.id(), "list.csv", new byte[0]);
        }

        assertThat(upload("friends.csv", "Name,Phone\nAna,447700910123"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Upload the column of numbers alone, or paste the numbers. 50 of your files");
        assertThat(upload("friends.csv", "Phone\n447700910123")).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void saysWhatToDoWhenAsManyListsAsMayBeWaitToBeStarted() {
        String page = "";
        for (int i = 0; i < LookupJobs.MOST_DRAFTS; i++) {
            page = redirected(paste("447700910123"));
        }

        assertThat(paste("447700910124"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Start one of your lists first", "50 lists wait to be started");
        alice.send(page + "/drops");
        assertThat(paste("447700910124")).hasStatus(HttpStatus.FOUND);
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
}
