package io.heliograph.protection;

import io.heliograph.db.RowIds;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** The passkeys of one host, as Spring Security asks for them. */
class HostCredentials implements UserCredentialRepository {

    private final PasskeyRows rows;
    private final String host;

    HostCredentials(PasskeyRows rows, String host) {
        this.rows = rows;
        this.host = host;
    }

    @Override
    public void save(CredentialRecord key) {
        if (!rows.used(key)) {
            rows.insert(RowIds.uuid(key.getUserEntityUserId().getBytes()), RowIds.next(), host, key);
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return rows.find(credentialId.getBytes()).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return rows.credentials(RowIds.uuid(userId.getBytes()), host);
    }

    /** People take them away by {@link Passkeys#remove}, which asks whose they are. */
    @Override
    public void delete(Bytes credentialId) {
        throw new UnsupportedOperationException();
    }
}
