/** Statements of credits, one's own and one's customers'. */
@org.jspecify.annotations.NullMarked
package io.heliograph.portal.statement;
