package io.heliograph.email.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ready at ten.                                               | Ready at ten.
            Ready.\\n\\n\\n\\n  \\nBring it.   \\n                      | Ready.\\n\\nBring it.
            Ready.\\n-- \\nAna Alpine\\n+44 20 7946 0000                | Ready.
            Ready.\\n--\\nAna                                           | Ready.
            Ready -- or so                                              | Ready -- or so
            Ready.\\n\\nSent from my iPhone                             | Ready.
            Sent from my iPhone                                         | Sent from my iPhone
            Yes\\n\\nOn Tue, 3 Mar 2026 at 10:02, Ana <a@b.test> wrote:\\n> Is it?\\n> | Yes
            Yes\\n\\nOn Tue, 3 Mar 2026 at 10:02,\\nAna <a@b.test>\\nwrote:\\nIs it?   | Yes
            Ja\\n\\nAm 03.03.2026 um 10:02 schrieb Ana:\\n> Ist es?     | Ja
            > Is it?\\nYes\\n> When?\\nAt ten                           | Yes\\nAt ten
            Yes\\n-----Original Message-----\\nFrom: Ana\\nIs it?       | Yes
            Yes\\n\\nFrom: Ana <a@b.test>\\nSent: Tuesday\\nTo: Ben\\nIs it? | Yes
            From: the desk\\nReady                                      | From: the desk\\nReady
            On Monday we wrote: come                                    | On Monday we wrote: come
            One\\u00a0two\\u200b three                                  | One two three
            """)
    void keepsWhatWasWritten(String body, String text) throws Exception {
        assertThat(read("Content-Type: text/plain; charset=utf-8", unescaped(body))
                        .text())
                .isEqualTo(unescaped(text));
    }

    /** The largest mail, of as many lines or elements as it can hold: each is looked at a few times, and not once for each other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "a\n",
                "> a\n",
                "On a\n",
                "From: a\n",
                "<br>\n",
                "<b>",
                "<div>",
                "<table>",
                "<p hidden>a</p>",
                "<p id=appendonsend>",
                "<blockquote>a</blockquote>"
            })
    @Timeout(30)
    void readsHundredsOfThousandsOfLinesInOnePass(String line) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        String body = line.repeat(1024 * 1024 / line.length()) + "\nReady";
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(read("Content-Type: text/" + (line.startsWith("<") ? "html" : "plain"), body))
                .isNotNull();

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(512L * 1024 * 1024);
    }

    @Test
    void joinsLinesThatAProgramBroke() throws Exception {
        String body = "This is one \r\nparagraph.\r\nThis another.\r\n-- \r\nAna";

        assertThat(read("Content-Type: text/plain; charset=utf-8; format=flowed", body)
                        .text())
                .isEqualTo("This is one paragraph.\nThis another.");
        assertThat(read("Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes", body)
                        .text())
                .isEqualTo("This is oneparagraph.\nThis another.");
        assertThat(read("Content-Type: text/plain; charset=utf-8", body).text())
                .isEqualTo("This is one\nparagraph.\nThis another.");
    }

    @Test
    void readsHtmlWhereThereIsNoPlainPart() throws Exception {
        String html = """
                <html><head><style>p {color: red}</style><title>No</title></head><body>
                <p>Ready &amp; <b>waiting</b>,
                Ana</p><div>Room&nbsp;5<br>Floor 2</div><ul><li>key</li><li>card</li></ul>
                <div style="display: none">hidden</div><script>alert(1)</script>
                <div class="gmail_signature">Ana Alpine</div>
                <div class="gmail_quote">On Monday Ben wrote: <blockquote>Is it?</blockquote></div></body></html>
                """;

        assertThat(read("Content-Type: text/html; charset=utf-8", html).text())
                .isEqualTo("Ready & waiting, Ana\n\nRoom 5\nFloor 2\n- key\n- card");
    }

    @Test
    void prefersThePlainPartAndLeavesAttachments() throws Exception {
        String body = """
                --b
                Content-Type: text/plain; name=notes.txt
                Content-Disposition: attachment; filename=notes.txt

                attached
                --b
                Content-Type: multipart/alternative; boundary=c

                --c
                Content-Type: text/html

                <p>from html</p>
                --c
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Gr=FC=DFe
                --c--
                --b--
                """;

        assertThat(read("Content-Type: multipart/mixed; boundary=b", body).text())
                .isEqualTo("Grüße");
    }

    @Test
    void readsLettersWhoseCharsetIsMissingOrUnknown() throws Exception {
        assertThat(read("Content-Type: text/plain", "Grüße 👋").text()).isEqualTo("Grüße 👋");
        assertThat(read("Content-Type: text/plain; charset=x-none", "Grüße").text())
                .isEqualTo("Grüße");
    }

    @Test
    void refusesPartsInPartsWithoutEnd() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            body.append("--b")
                    .append(i)
                    .append("\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\n\n");
        }

        assertThatThrownBy(() -> read("Content-Type: multipart/mixed; boundary=b0", body.toString()))
                .isInstanceOf(UnreadableMailException.class)
                .hasMessageContaining("parts");
    }

    @Test
    void readsWhoWroteAndWhat() throws Exception {
        MailContent mail = MailReader.read("""
                From: "Desk, Front" <Desk@Alpine.test>
                Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=
                Message-ID: <1@alpine.test>

                Hello
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(mail.from()).isEqualTo("desk@alpine.test");
        assertThat(mail.text(true)).isEqualTo("Grüße\nHello");
        assertThat(mail.text(false)).isEqualTo("Hello");
        assertThat(mail.isAutomaticReply()).isFalse();
        assertThat(mail.keyFor(List.of("1", "2"))).isEqualTo(mail.keyFor(List.of("2", "1", "1")));
        assertThat(mail.keyFor(List.of("1"))).isNotEqualTo(mail.keyFor(List.of("2")));
        assertThat(read("Auto-Submitted: auto-replied", "Away").isAutomaticReply())
                .isTrue();
        assertThat(read("Auto-Submitted: auto-generated", "Alarm").isAutomaticReply())
                .isFalse();
        assertThat(read("X-None: 1", "Alarm").keyFor(List.of("1"))).isEmpty();
    }

    private static MailContent read(String header, String body) throws UnreadableMailException {
        return MailReader.read((header + "\n\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\u00a0", "\u00a0").replace("\\u200b", "\u200b");
    }
}
