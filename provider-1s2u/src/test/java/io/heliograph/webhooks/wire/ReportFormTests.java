package io.heliograph.webhooks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportFormTests {

    @Test
    void holdsTheFiveFieldsAs1s2uPostsThem() {
        String json = """
                {"type":"message.delivered","timestamp":"2026-11-23T13:05:09Z","data":{"id":"m","submissionId":\
                "0193a1c2-0000-7000-8000-000000000001","to":"447700900123","from":"+44 Shop","state":"delivered",\
                "code":"DELIVRD","at":"2026-03-04T13:05:09.123Z","parts":2}}""";

        String form = ReportForm.of(json);

        assertThat(form)
                .isEqualTo("msisdn=447700900123&source=%2B44+Shop&sms_id=0193a1c2-0000-7000-8000-000000000001"
                        + "&sent_date=3%2F4%2F2026+1%3A05%3A09+PM&response=DELIVRD");
    }

    @Test
    void leavesEmptyWhatATestEventDoesNotHave() {
        assertThat(ReportForm.of("{\"type\":\"test.ping\",\"data\":{\"to\":5,\"at\":\"soon\"}}"))
                .isEqualTo("msisdn=5&source=&sms_id=&sent_date=soon&response=");
    }

    @Test
    void saysMidnightWithTwelve() {
        String json = EventJson.write("t", Instant.EPOCH, new Data(Instant.parse("2026-11-23T00:00:01Z")));

        assertThat(ReportForm.of(json)).contains("sent_date=11%2F23%2F2026+12%3A00%3A01+AM");
    }

    private record Data(Instant at) {}
}
