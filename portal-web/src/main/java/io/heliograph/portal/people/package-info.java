/** The people of one's own tenant: who is in it, their role, invitations. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.people;
