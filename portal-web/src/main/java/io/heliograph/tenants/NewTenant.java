package io.heliograph.tenants;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant to be opened.
 *
 * @param parentId who it buys from; null for the operator only
 * @param name 1 to 80 characters, as its people and customers read it
 */
public record NewTenant(@Nullable UUID parentId, TenantKind kind, String name, ZoneId zone) {

    private static final int NAME_LENGTH = 80;

    public NewTenant {
        name = name.strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH) {
            throw new IllegalArgumentException("A tenant's name has 1 to 80 characters");
        }
        if ((parentId == null) != (kind == TenantKind.OPERATOR)) {
            throw new IllegalArgumentException("An operator has no parent, and all others have one");
        }
    }
}
