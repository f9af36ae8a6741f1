package io.heliograph.portal.people;

import io.heliograph.tenants.Role;
import java.util.List;

/**
 * One person, and what the reader may do with them.
 *
 * @param roles those the reader may give; empty when they may not change this person
 * @param mayReset whether the reader may take their second step away
 */
record PersonView(PeopleView.Person person, List<Role> roles, boolean mayReset) {

    public boolean mayChange() {
        return !roles.isEmpty();
    }
}
