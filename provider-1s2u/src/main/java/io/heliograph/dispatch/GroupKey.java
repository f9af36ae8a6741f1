package io.heliograph.dispatch;

import io.heliograph.messages.Message;
import io.heliograph.secrets.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/** What messages that may share a request have in common: sender, type and text. */
final class GroupKey {

    private GroupKey() {}

    static UUID of(Message message) {
        MessageDigest digest = Sha256.digest();
        digest.update(message.sender().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(message.text().getBytes(StandardCharsets.UTF_8));
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new UUID(hash.getLong(), hash.getLong());
    }
}
