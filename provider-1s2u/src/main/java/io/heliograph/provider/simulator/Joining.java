package io.heliograph.provider.simulator;

import io.heliograph.smpp.Place;
import io.heliograph.smpp.UserData;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Puts parts together, as a handset does. */
final class Joining {

    private final Map<Key, Map<Integer, String>> parts = new ConcurrentHashMap<>();

    /** A message of which all parts have come. */
    record Whole(String text, int segments) {}

    private record Key(String source, String destination, int reference, int total) {}

    /** The message, with the part that makes it whole. */
    Optional<Whole> add(SentPart part, UserData data) {
        String text = SmppFront.text(part.submit(), data.text());
        Place place = data.place();
        if (place == null) {
            return Optional.of(new Whole(text, 1));
        }
        Key key = new Key(part.sender(), part.submit().getDestAddress(), place.reference(), place.total());
        Map<Integer, String> all = parts.compute(key, (_, known) -> {
            Map<Integer, String> grown = known == null ? new TreeMap<>() : new TreeMap<>(known);
            grown.put(place.number(), text);
            return grown;
        });
        if (all.size() < place.total()) {
            return Optional.empty();
        }
        parts.remove(key);
        return Optional.of(new Whole(String.join("", all.values()), place.total()));
    }
}
