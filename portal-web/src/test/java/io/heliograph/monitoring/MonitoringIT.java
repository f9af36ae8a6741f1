package io.heliograph.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.messages.Channel;
import io.heliograph.portal.Customers;
import io.heliograph.portal.Visitor;
import io.heliograph.submissions.SubmissionRequest;
import io.heliograph.submissions.Submissions;
import io.heliograph.tenants.Tenant;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PortalTest
class MonitoringIT {

    @Autowired
    MockMvcTester portal;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Submissions submissions;

    @Autowired
    InstallationMeters installation;

    @Autowired
    MeterRegistry registry;

    @Test
    void operatorSeesEachStepOfAMessageAndWhoSharedItsCommits() {
        Tenant customer = customers.with(people.reseller(), 100);
        submissions.accept(new SubmissionRequest(
                customer.id(), Channel.BROWSER, null, null, "Alpine", "Hello", List.of("447700900123"), null));

        await().untilAsserted(() ->
                assertThat(registry.find("heliograph.submit").timers()).isNotEmpty());

        assertThat(Visitor.signIn(portal, "operator@heliograph.test", "sandbox").visit("/monitoring"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Request accepted", "From accepted to handed on", "Request to 1s2u: taken", "Accepted requests")
                .doesNotContain("??");
    }

    @Test
    void gaugesTellOfTheWholeInstallation() {
        installation.read();

        assertThat(registry.get("heliograph.queue.messages").gauges()).isNotEmpty();
        assertThat(registry.get("heliograph.account.paused").gauge().value()).isZero();
        assertThat(registry.get("heliograph.messages.uncertain").gauge().value())
                .isNotNegative();
    }
}
