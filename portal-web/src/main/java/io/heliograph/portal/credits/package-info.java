/** Credits as their buyer sees them: balance, packages, paying, purchases. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.credits;
