package io.heliograph.portal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PortalTest
class ProfileIT {

    @Autowired
    MockMvcTester portal;

    @Autowired
    People people;

    @Autowired
    Users users;

    User bob;
    Visitor visitor;

    @BeforeEach
    void bobIsIn() {
        bob = people.user(people.customerOf(people.reseller().id()).id(), Role.VIEWER);
        visitor = Visitor.signIn(portal, bob);
    }

    @Test
    void timesAreShownInTheZoneThatThePersonChose() {
        assertThat(visitor.send("/profile/zone", "zone", "Pacific/Auckland")).hasRedirectedUrl("/profile");

        assertThat(visitor.visit("/messages?q=447700900123")).hasStatusOk();
        assertThat(visitor.visit("/")).bodyText().contains("name=\"time-zone\" content=\"Pacific/Auckland\"");
        assertThat(users.get(bob.tenantId(), bob.id()).zone()).isEqualTo(ZoneId.of("Pacific/Auckland"));
    }

    @Test
    void anEmptyChoiceIsTheZoneOfTheTenant() {
        visitor.send("/profile/zone", "zone", "Pacific/Auckland");

        visitor.send("/profile/zone", "zone", "");

        assertThat(users.get(bob.tenantId(), bob.id()).zone()).isNull();
    }

    @Test
    void whatIsNoZoneIsSaidAndChangesNothing() {
        assertThat(visitor.send("/profile/zone", "zone", "Moon/Tycho"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose a time zone from the list.");
        assertThat(users.get(bob.tenantId(), bob.id()).zone()).isNull();
    }
}
