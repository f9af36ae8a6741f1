package io.heliograph.credentials;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Things that were asked for on this node lately. Each is read again after a second, by one caller while the others go
 * on with what is known for a second more: a change holds on all nodes within two seconds. What there is not, is not
 * kept.
 */
public final class Lately<K, V> {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long USABLE_NANOS = Duration.ofSeconds(2).toNanos();

    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();

    /** The value of the key, from here or from {@code read}. */
    public Optional<V> find(K key, Function<K, Optional<V>> read) {
        Entry<V> entry = entries.get(key);
        long now = System.nanoTime();
        if (entry != null && entry.isGoodEnough(now)) {
            return Optional.of(entry.value());
        }
        Optional<V> value = read.apply(key);
        value.ifPresentOrElse(
                found -> entries.put(key, new Entry<>(found, now, new AtomicBoolean())), () -> entries.remove(key));
        return value;
    }

    /** Forgets what was not asked for lately. */
    public void sweep() {
        long now = System.nanoTime();
        entries.values().removeIf(entry -> now - entry.readAt() > USABLE_NANOS);
    }

    private record Entry<V>(V value, long readAt, AtomicBoolean isBeingRead) {

        boolean isGoodEnough(long now) {
            long age = now - readAt;
            return age < FRESH_NANOS || (age < USABLE_NANOS && !isBeingRead.compareAndSet(false, true));
        }
    }
}
