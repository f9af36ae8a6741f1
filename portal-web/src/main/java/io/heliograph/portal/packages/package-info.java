/** What a seller offers for money, and the account on which it is paid. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.packages;
