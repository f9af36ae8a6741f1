/** One HTTP exchange with a stranger's address: no private targets, no redirects, one deadline for everything. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("http")
package io.heliograph.webhooks.http;
