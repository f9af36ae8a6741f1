package io.heliograph.provider.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.provider.DeliveryReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptReaderTests {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id:0123456789 sub:001 dlvrd:001 submit date:2611250900 done date:2611250905 stat:DELIVRD err:000 text:Hi | 0123456789 | DELIVRD",
                "ID:aB-9 SUB:001 DLVRD:001 SUBMIT DATE:261125090000 DONE DATE:261125090500 STAT:DELIVRD ERR:0 TEXT: | aB-9 | DELIVRD",
                "id: 77 stat: UNDELIV err: 5 | 77 | UNDELIV",
                "id:77,sub:1,stat:EXPIRED,err:1 | 77 | EXPIRED",
                "id=77 stat=REJECTED | 77 | REJECTD",
                "message_id:77 status:DELIVERED | 77 | DELIVRD",
                "stat:ACCEPTED id:77 | 77 | ACCEPTD",
                "id:77 stat:DELI err:0 | 77 | DELIVRD",
                "id:77 stat:2 | 77 | DELIVRD",
                "id:77 stat:FAILED | 77 | FAILED",
                "sub:001 submitid:9 id:77 stat:UNKNOWN | 77 | UNKNOWN",
            })
    void readsTexts(String text, String id, String response) {
        Optional<DeliveryReport> report = new ReceiptReader(IdForm.SAME).read(deliver(text), NOW);

        assertThat(report).hasValueSatisfying(read -> {
            assertThat(read.smsId()).isEqualTo(id);
            assertThat(read.response()).isEqualTo(response);
            assertThat(read.msisdn()).isEqualTo("447700900123");
            assertThat(read.source()).isEqualTo("Alice");
        });
    }

    @Test
    void prefersParameters() {
        DeliverSm deliver = deliver("id:1 stat:UNDELIV");
        deliver.setOptionalParameters(
                new OptionalParameter.Receipted_message_id("abc"), new OptionalParameter.Message_state((byte) 2));

        assertThat(new ReceiptReader(IdForm.SAME).read(deliver, NOW))
                .hasValueSatisfying(
                        read -> assertThat(read.smsId() + read.response()).isEqualTo("abcDELIVRD"));
    }

    @Test
    void readsParametersWithoutText() {
        DeliverSm deliver = deliver("");
        deliver.setOptionalParameters(
                new OptionalParameter.Receipted_message_id("abc"), new OptionalParameter.Message_state((byte) 5));

        assertThat(new ReceiptReader(IdForm.SAME).read(deliver, NOW)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER_HEX, 1F, 31",
        "ANSWER_HEX, 001f, 31",
        "RECEIPT_HEX, 31, 1f",
        "SAME, x-1, x-1",
        "ANSWER_HEX, x-1, x-1"
    })
    void makesIdsOfAnswerAndReceiptAlike(IdForm form, String answered, String reported) {
        assertThat(form.ofAnswer(answered)).isEqualTo(form.ofReceipt(reported));
    }

    @ParameterizedTest
    @CsvSource({"Hello there", "My id:7 is lost", "''"})
    void leavesOtherMessagesAlone(String text) {
        assertThat(new ReceiptReader(IdForm.SAME).read(deliver(text), NOW)).isEmpty();
    }

    private static DeliverSm deliver(String text) {
        DeliverSm deliver = new DeliverSm();
        deliver.setSourceAddr("+447700900123");
        deliver.setDestAddress("Alice");
        deliver.setShortMessage(text.getBytes(StandardCharsets.ISO_8859_1));
        deliver.setOptionalParameters();
        return deliver;
    }
}
