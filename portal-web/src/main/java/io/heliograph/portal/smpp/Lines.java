package io.heliograph.portal.smpp;

import io.heliograph.smppserver.SmppSession;
import io.heliograph.smppserver.SmppSessions;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The sessions of a tenant and all below it. */
@Component
class Lines {

    private final SmppSessions sessions;
    private final Tenants tenants;

    Lines(SmppSessions sessions, Tenants tenants) {
        this.sessions = sessions;
        this.tenants = tenants;
    }

    List<SessionLine> of(UUID tenantId) {
        Map<UUID, String> names = new HashMap<>();
        return sessions.of(tenants.subtree(tenantId)).stream()
                .map(session -> new SessionLine(session, names.computeIfAbsent(session.tenantId(), this::name)))
                .toList();
    }

    /** The session if it is of that tenant or of one below; otherwise a 404. */
    SmppSession get(UUID tenantId, UUID sessionId) {
        return sessions.get(tenants.subtree(tenantId), sessionId);
    }

    void unbind(UUID tenantId, UUID sessionId) {
        sessions.unbind(get(tenantId, sessionId).tenantId(), sessionId);
    }

    private String name(UUID tenantId) {
        return tenants.find(tenantId).map(Tenant::name).orElse("");
    }
}
