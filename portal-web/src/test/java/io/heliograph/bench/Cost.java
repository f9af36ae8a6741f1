package io.heliograph.bench;

/** The processor time that portal and database take from one moment to another. */
record Cost(Installation installation, double portalSeconds, double databaseSeconds) {

    private static final double MICROS = 1e6;

    static Cost begin(Installation installation) {
        return new Cost(
                installation,
                installation.portal().cpuSeconds(),
                installation.database().cpuSeconds());
    }

    /** The row with what each of these messages has cost. */
    Row end(Row row, long messages) {
        long divisor = Math.max(messages, 1);
        return row.with(Column.PORTAL_CPU, (installation.portal().cpuSeconds() - portalSeconds) * MICROS / divisor)
                .with(Column.DATABASE_CPU, (installation.database().cpuSeconds() - databaseSeconds) * MICROS / divisor)
                .with(Column.PORTAL_MEMORY, (double) installation.portal().residentMegabytes())
                .with(Column.DATABASE_MEMORY, (double) installation.database().residentMegabytes());
    }
}
