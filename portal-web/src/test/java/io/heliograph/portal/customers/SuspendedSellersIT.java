package io.heliograph.portal.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.heliograph.People;
import io.heliograph.credentials.Credentials;
import io.heliograph.db.RowIds;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is suspended stops with all below it. */
class SuspendedSellersIT extends SellingTest {

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    @Test
    void suspendingAResellerStopsItsCustomersUntilItIsResumed() {
        credentials.createKnown(customer.id(), "Test", "user-" + customer.id(), "secret");
        Cookie bob = signIn(people.user(customer.id(), Role.VIEWER).email(), People.PASSWORD);
        assertThat(apiBalance()).isEqualTo("0");

        send(post("/customers/" + reseller.id() + "/suspension"), operator);

        assertThat(browser.perform(get("/").cookie(bob).accept("text/html")))
                .hasStatus(HttpStatus.FOUND)
                .redirectedUrl()
                .contains("/login");
        until("00");
        assertThat(held(customer)).isTrue();

        send(post("/customers/" + reseller.id() + "/resumption"), operator);

        until("0");
        assertThat(held(customer)).isFalse();
    }

    @Test
    void aSuspensionOfItsOwnOutlivesTheOneAbove() {
        tenants.suspend(customer.id());
        send(post("/customers/" + reseller.id() + "/suspension"), operator);

        send(post("/customers/" + reseller.id() + "/resumption"), operator);

        assertThat(tenants.isSuspended(reseller.id())).isFalse();
        assertThat(tenants.isSuspended(customer.id())).isTrue();
        assertThat(held(customer)).isTrue();
    }

    private boolean held(Tenant tenant) {
        return jdbc.sql("SELECT COUNT(*) FROM dispatch_hold WHERE tenant_id = ?")
                        .param(RowIds.bytes(tenant.id()))
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** The API's answer, which may be up to two seconds old. */
    private void until(String answer) {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (!apiBalance().equals(answer) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(apiBalance()).isEqualTo(answer);
    }

    private String apiBalance() {
        byte[] body = browser.perform(get("/checkbalance")
                        .queryParam("user", "user-" + customer.id())
                        .queryParam("pass", "secret"))
                .getResponse()
                .getContentAsByteArray();
        return new String(body, StandardCharsets.US_ASCII);
    }
}
