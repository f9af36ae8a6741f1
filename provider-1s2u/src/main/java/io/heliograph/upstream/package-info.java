/** How provider accounts reach 1s2u: by HTTP, by SMPP, or by SMPP while HTTP is away; and the SMPP sessions of all nodes. */
@org.jspecify.annotations.NullMarked
package io.heliograph.upstream;
