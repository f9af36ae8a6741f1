package io.heliograph.portal.people;

import io.heliograph.tenants.Role;
import java.util.List;

/**
 * One person, and what the reader may do with them.
 *
 * @param roles those the reader may give; empty when they may not change this person
 */
record PersonView(PeopleView.Person person, List<Role> roles) {

    public boolean mayChange() {
        return !roles.isEmpty();
    }
}
