package io.heliograph.smppserver;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.receipts.Receipts;
import io.heliograph.receipts.Wish;
import io.heliograph.secrets.Sha256;
import io.heliograph.smpp.Place;
import io.heliograph.smpp.RefusedException;
import io.heliograph.smpp.UserData;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Messages of which not all parts have come. A part is on disk before it is answered, and the answer promises that: the
 * message is priced and accepted with the part that makes it whole, in the answer to that one. Of a message that is never
 * whole, nothing is sent, and who asked for receipts is told so.
 */
@Component
class Parts {

    /** Longer than any client waits between two parts. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PartRows rows;
    private final Receipts receipts;
    private final Transactions transactions;
    private final Clock clock;

    Parts(PartRows rows, Receipts receipts, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.receipts = receipts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A part that is on disk, with all others of its message that are.
     *
     * @param wireId what this part is answered with
     * @param parts in order
     */
    record Kept(SmppCredential credential, UUID groupId, int total, UUID wireId, List<Part> parts) {

        Kept {
            parts = List.copyOf(parts);
        }

        boolean isWhole() {
            return parts.size() == total;
        }

        Asked asked() {
            return parts.getFirst().asked();
        }
    }

    /** Keeps a part; the same part again takes the place of the first. */
    Kept keep(SmppCredential credential, Asked asked, UserData data) {
        Place place = Objects.requireNonNull(data.place());
        if (data.text().length > PartRows.LONGEST_BODY) {
            throw new RefusedException(Status.TEXT, "A part of " + data.text().length + " bytes");
        }
        byte[] key = key(credential, asked, place);
        Part part = new Part(place.number(), RowIds.next(), credential.id(), asked, data.text(), clock.instant());
        return transactions.call(() -> {
            UUID groupId = rows.group(credential.tenantId(), key, place.total());
            rows.put(credential.tenantId(), groupId, part);
            List<Part> present = rows.of(credential.tenantId(), groupId);
            return new Kept(credential, groupId, place.total(), part.wireId(), present);
        });
    }

    /** The whole text: bytes are joined before they are read, as a character may lie across two parts. */
    String text(Kept kept) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        kept.parts().forEach(part -> bytes.writeBytes(part.body()));
        return kept.asked()
                .coding()
                .decode(bytes.toByteArray())
                .orElseThrow(() -> new RefusedException(Status.CODING, "The parts make no text"));
    }

    List<Wish> wishes(Kept kept, UUID submissionId) {
        return kept.parts().stream()
                .map(part -> Submitting.wish(kept.credential(), part.asked(), part.wireId(), submissionId))
                .toList();
    }

    /** The message is refused in the answer to this part, which may be sent again; the others stay for a while. */
    void takeBack(Kept kept) {
        transactions.run(() -> rows.remove(kept.credential().tenantId(), kept.groupId(), kept.wireId()));
    }

    /** The message is accepted. */
    void forget(Kept kept) {
        transactions.run(() -> rows.removeGroup(kept.credential().tenantId(), kept.groupId()));
    }

    /** Gives up a message of which parts are missing; whoever is faster of several nodes says so. */
    void giveUp(UUID tenantId, UUID groupId) {
        transactions.run(() -> {
            List<Part> parts = rows.of(tenantId, groupId);
            if (rows.removeGroup(tenantId, groupId) && !parts.isEmpty()) {
                Instant since = parts.getFirst().receivedAt();
                receipts.neverWhole(
                        parts.stream()
                                .map(part -> new Wish(
                                        tenantId,
                                        part.wireId(),
                                        groupId,
                                        part.credentialId(),
                                        part.asked().wanted(),
                                        part.asked().source(),
                                        part.asked().destination()))
                                .toList(),
                        since,
                        clock.instant());
            }
        });
    }

    private static byte[] key(SmppCredential credential, Asked asked, Place place) {
        MessageDigest digest = Sha256.digest();
        digest.update(RowIds.bytes(credential.id()));
        digest.update(ByteBuffer.allocate(8)
                .putInt(place.reference())
                .putInt(place.total())
                .array());
        String addresses = asked.sender() + '\0' + asked.number() + '\0' + asked.coding();
        return digest.digest(addresses.getBytes(StandardCharsets.UTF_8));
    }
}
