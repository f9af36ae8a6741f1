package io.heliograph.protection;

import io.heliograph.db.RowIds;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** People as WebAuthn names them: by the 16 bytes of their id, which say nothing about them. */
@Component
class UserEntities implements PublicKeyCredentialUserEntityRepository {

    private final Users users;

    UserEntities(Users users) {
        this.users = users;
    }

    static UUID userId(Bytes id) {
        return RowIds.uuid(id.getBytes());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return users.find(userId(id)).map(UserEntities::entity).orElse(null);
    }

    /** By the name of the sign-in, which is the person's id; nobody for whoever is not signed in. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        try {
            return users.find(UUID.fromString(name)).map(UserEntities::entity).orElse(null);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** Everybody is there already. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException();
    }

    private static PublicKeyCredentialUserEntity entity(User user) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(RowIds.bytes(user.id())))
                .name(user.email())
                .displayName(user.name())
                .build();
    }
}
