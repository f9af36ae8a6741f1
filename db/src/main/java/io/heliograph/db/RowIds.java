package io.heliograph.db;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Row ids: UUID version 7 (RFC 9562), kept as {@code BINARY(16)}. Ids of one process grow, so rows are inserted at the
 * end of their index and sort by age.
 */
public final class RowIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEQUENCE_BITS = 12;

    /** Milliseconds since the epoch, shifted by the 12 bits of a sequence within the millisecond. */
    private static long last;

    private RowIds() {}

    /** A new id, greater than every id this process made before. */
    public static UUID next() {
        long ticks = nextTicks();
        long mostSignificant = (ticks >>> SEQUENCE_BITS) << 16 | 0x7000L | (ticks & ((1L << SEQUENCE_BITS) - 1));
        long leastSignificant = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(mostSignificant, leastSignificant);
    }

    /** The least id that {@link #next} could have made at a time: ids from here on are no older. */
    public static UUID lowest(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000L, 0x8000000000000000L);
    }

    /** The 16 bytes of an id, in the order in which ids sort. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The id of 16 bytes; anything but 16 bytes is an {@link IllegalArgumentException}. */
    public static UUID uuid(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("An id has 16 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** The 16 bytes of an id, or null for null. */
    public static byte @Nullable [] bytesOrNull(@Nullable UUID id) {
        return id == null ? null : bytes(id);
    }

    /** The id of 16 bytes, or null for null. */
    public static @Nullable UUID uuidOrNull(byte @Nullable [] bytes) {
        return bytes == null ? null : uuid(bytes);
    }

    private static synchronized long nextTicks() {
        long now = System.currentTimeMillis() << SEQUENCE_BITS;
        last = Math.max(now, last + 1);
        return last;
    }
}
