/** Who is on this installation: the tree of tenants, and the people in them. */
@org.jspecify.annotations.NullMarked
package io.heliograph.tenants;
