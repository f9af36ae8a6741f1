/** The database: its schema, its connection, transactions that are tried again, and row ids. */
@org.jspecify.annotations.NullMarked
package io.heliograph.db;
