package io.heliograph.portal.people;

import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.User;
import java.util.List;
import java.util.UUID;

/**
 * The people of a tenant.
 *
 * @param mayChange whether the reader may invite and change others
 */
record PeopleView(List<Person> people, boolean mayChange) {

    /** One of them; {@code self} when it is the reader. */
    record Person(User user, Status status, boolean self) {

        static Person of(User user, UUID readerId) {
            return new Person(user, statusOf(user), user.id().equals(readerId));
        }

        public UUID id() {
            return user.id();
        }

        public Role role() {
            return user.role();
        }

        private static Status statusOf(User user) {
            if (user.disabledAt() != null) {
                return new Status("people.state.disabled", "ban", Tone.IDLE, user.disabledAt());
            }
            return user.invited()
                    ? new Status("people.state.invited", "mail", Tone.OPEN, user.createdAt())
                    : new Status("people.state.active", "check", Tone.GOOD, null);
        }
    }
}
