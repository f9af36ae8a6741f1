package io.heliograph.bench;

/** What is measured in a row of the table. */
enum Column {
    RATE("a second", 0),
    SECONDS("seconds", 1),
    ACCEPTS("accepts/s", 0),
    P50("p50 ms", 2),
    P95("p95 ms", 2),
    P99("p99 ms", 2),
    FORWARDED("forwarded/s", 0),
    REPORTS("DLRs/s", 0),
    WEBHOOKS("webhooks/s", 0),
    DENSEST("most requests in a second", 0),
    PORTAL_CPU("portal µs/msg", 0),
    DATABASE_CPU("database µs/msg", 0),
    PORTAL_MEMORY("portal MB", 0),
    DATABASE_MEMORY("database MB", 0),
    LEFT("not done", 0);

    private final String title;
    private final int decimals;

    Column(String title, int decimals) {
        this.title = title;
        this.decimals = decimals;
    }

    String title() {
        return title;
    }

    String format(double value) {
        return String.format(java.util.Locale.ROOT, "%,." + decimals + "f", value);
    }
}
