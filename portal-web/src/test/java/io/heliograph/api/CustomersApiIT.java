package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.apikeys.ApiKeys;
import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.Customers;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

@PortalTest
class CustomersApiIT {

    @Autowired
    MockMvcTester portal;

    @Autowired
    ApiKeys keys;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Tenants tenants;

    @Autowired
    Wallets wallets;

    @Autowired
    Proof proof;

    Tenant reseller;
    Tenant customer;
    Program alice;

    @BeforeEach
    void aliceSells() {
        reseller = people.reseller();
        customer = customers.with(reseller, 20);
        wallets.allocate(
                people.tenantOf("operator@heliograph.test"),
                reseller.id(),
                Credits.of(100),
                "s-" + reseller.id(),
                null,
                null);
        alice = Program.of(portal, keys, reseller.id());
    }

    @Test
    void opensAnAccountWithItsFirstCredits() {
        JsonNode opened = alice.post("/customers", customer("Dune Dental", 12.5))
                .expect(201)
                .json();

        UUID id = UUID.fromString(opened.path("id").asString());
        assertThat(tenants.get(id).parentId()).isEqualTo(reseller.id());
        assertThat(opened.path("kind").asString()).isEqualTo("customer");
        assertThat(wallets.get(id).balance()).isEqualTo(Credits.parse("12.5"));
        assertThat(wallets.get(reseller.id()).balance()).isEqualTo(Credits.parse("87.5"));
        assertThat(alice.get("/customers?name=dune").json().path("data").size()).isEqualTo(1);
        assertThat(alice.get("/customers?limit=1").json().path("next").asString())
                .isEqualTo(customer.id().toString());
    }

    @Test
    void opensNothingWithoutTheCreditsOrWithATakenAddress() {
        assertThat(alice.post("/customers", customer("Big", 100.0001))
                        .expect(402)
                        .code())
                .isEqualTo("insufficient_credits");
        String taken = customer("Taken", 1).replaceFirst("\"email\":\"[^\"]+\"", "\"email\":\"customer@alpine.test\"");
        assertThat(alice.post("/customers", taken).expect(409).code()).isEqualTo("email_taken");
        assertThat(alice.post("/customers", customer("Less", -1))
                        .expect(422)
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/credits");
        assertThat(alice.post("/customers", customer("Fine", 0.00001))
                        .expect(422)
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/credits");
        assertThat(tenants.countChildren(reseller.id())).isEqualTo(1);
    }

    @Test
    void givesCreditsAndTakesBackNoMoreThanThereAre() {
        String path = "/customers/" + customer.id();

        JsonNode given = alice.post(path + "/allocations", "{\"credits\": 2.5, \"note\": \"Gift\"}")
                .expect(201)
                .json();

        assertThat(given.path("customerBalance").decimalValue()).isEqualByComparingTo("22.5");
        Program.Reply tooMuch = alice.post(path + "/take-backs", "{\"credits\": 22.5001}");
        assertThat(tooMuch.expect(402).json().path("available").decimalValue()).isEqualByComparingTo("22.5");
        alice.post(path + "/take-backs", "{\"credits\": 22.5}").expect(201);
        assertThat(wallets.get(customer.id()).balance()).isEqualTo(Credits.ZERO);
        assertThat(alice.post(path + "/allocations", "{\"credits\": 0}")
                        .expect(422)
                        .code())
                .isEqualTo("validation_failed");
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void setsAPriceThatHoldsFromTheNextMessageOn() {
        String path = "/customers/" + customer.id() + "/prices";
        Program forCustomer = alice.with(Call.ACCOUNT_HEADER, customer.id().toString());
        String message = "{\"from\":\"A\",\"to\":\"447700900123\",\"text\":\"Hi\"}";

        String id = alice.post(path, "{\"prefix\": \"447\", \"price\": 1.2345}")
                .expect(201)
                .json()
                .path("id")
                .asString();

        assertThat(forCustomer
                        .post("/messages/quote", message)
                        .json()
                        .path("price")
                        .decimalValue())
                .isEqualByComparingTo("1.2345");
        assertThat(alice.delete(path + "/" + id).status()).isEqualTo(204);
        assertThat(forCustomer
                        .post("/messages/quote", message)
                        .json()
                        .path("price")
                        .decimalValue())
                .isEqualByComparingTo("1");
        assertThat(alice.delete(path + "/" + id).expect(404).code()).isEqualTo("not_found");
        assertThat(alice.post(path, "{\"price\": -1}").expect(422).code()).isEqualTo("validation_failed");
    }

    @Test
    void suspendsAndLetsGoOn() {
        String path = "/customers/" + customer.id();

        JsonNode suspended = alice.post(path + "/suspend", "").expect(200).json();

        assertThat(suspended.path("suspendedAt").asString()).isNotEmpty();
        assertThat(tenants.isSuspended(customer.id())).isTrue();
        assertThat(alice.post(path + "/resume", "").expect(200).json().has("suspendedAt"))
                .isFalse();
        assertThat(tenants.isSuspended(customer.id())).isFalse();
    }

    @Test
    void whoHasNoCustomersIsTold() {
        Program customers = Program.of(portal, keys, customer.id());

        assertThat(customers.get("/customers").expect(403).code()).isEqualTo("sellers_only");
        assertThat(customers.post("/customers", customer("Mine", 1)).expect(403).code())
                .isEqualTo("sellers_only");
    }

    @Test
    void usageAddsUpToWhatWasCharged() {
        Program forCustomer = alice.with(Call.ACCOUNT_HEADER, customer.id().toString());
        forCustomer
                .post("/messages", "{\"from\":\"A\",\"to\":[\"447700900123\",\"447700900124\"],\"text\":\"Hi\"}")
                .expect(202);

        for (String by : new String[] {"day", "destination", "sender"}) {
            JsonNode usage = forCustomer.get("/usage?by=" + by).expect(200).json();
            assertThat(usage.at("/total/credits").decimalValue()).as(by).isEqualByComparingTo("2");
            assertThat(usage.path("data")
                            .valueStream()
                            .mapToInt(line -> line.path("messages").asInt())
                            .sum())
                    .as(by)
                    .isEqualTo(2);
        }
        assertThat(forCustomer.get("/usage?by=moon").expect(400).code()).isEqualTo("malformed_parameter");
        assertThat(forCustomer
                        .get("/usage?from=2026-01-01&to=2027-01-01")
                        .expect(200)
                        .json()
                        .path("data")
                        .size())
                .isEqualTo(366);
        assertThat(forCustomer
                        .get("/usage?from=2026-01-01&to=2027-01-02")
                        .expect(400)
                        .code())
                .isEqualTo("malformed_parameter");
    }

    private static String customer(String name, double credits) {
        return "{\"name\":\"" + name + "\",\"credits\":"
                + new java.math.BigDecimal(Double.toString(credits)).toPlainString()
                + ",\"owner\":{\"name\":\"Dana\",\"email\":\"d-" + RowIds.next() + "@example.test\"}}";
    }
}
