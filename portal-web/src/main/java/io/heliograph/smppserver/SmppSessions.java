package io.heliograph.smppserver;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.smpp.Link;
import io.heliograph.tenants.Tenants;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Who is bound: those on this node, and, as rows, those on all. */
@Component
public class SmppSessions {

    private final UUID node = RowIds.next();
    private final Map<UUID, BoundSession> bound = new ConcurrentHashMap<>();
    private final Map<UUID, SegmentMeter> meters = new ConcurrentHashMap<>();
    private final SessionRows rows;
    private final SmppCredentialRows credentials;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Transactions transactions;

    SmppSessions(
            SessionRows rows,
            SmppCredentialRows credentials,
            Tenants tenants,
            AuditLog audit,
            Transactions transactions) {
        this.rows = rows;
        this.credentials = credentials;
        this.tenants = tenants;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The sessions of these tenants on all nodes, the longest bound first; 1,000 at most. */
    public List<SmppSession> of(Collection<UUID> tenantIds) {
        return tenantIds.isEmpty() ? List.of() : rows.ofTenants(tenantIds);
    }

    /** The session, if it is of one of these tenants; otherwise {@link NoSuchSmppSessionException}, which is a 404. */
    public SmppSession get(Collection<UUID> tenantIds, UUID id) {
        return of(tenantIds).stream()
                .filter(session -> session.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchSmppSessionException::new);
    }

    /** Ends a session of that tenant within seconds, wherever it is; otherwise {@link NoSuchSmppSessionException}. */
    public void unbind(UUID tenantId, UUID id) {
        transactions.run(() -> {
            SmppSession session = get(List.of(tenantId), id);
            if (!rows.askToUnbind(tenantId, id)) {
                throw new NoSuchSmppSessionException();
            }
            audit.write(new NewEntry(tenantId, Act.SMPP_SESSION_ENDED, id, session.systemId(), session.remote()));
        });
    }

    /** Binds, unless the credential has all the sessions that it may have. */
    Optional<BoundSession> bind(SmppCredential credential, BindMode mode, Peer peer, Link link) {
        int most = credential.limits().mostBinds();
        BoundSession session =
                new BoundSession(credential, mode, peer.address(), peer.encrypted(), link, meter(credential));
        boolean isBound = transactions.call(() -> {
            credentials.lock(credential);
            boolean hasRoom = rows.counts(List.of(credential.id())).getOrDefault(credential.id(), 0) < most;
            if (hasRoom) {
                rows.insert(node, session);
            } else {
                credentials.failed(credential, "A bind was refused: " + most + " sessions at most");
            }
            return hasRoom;
        });
        if (isBound) {
            bound.put(session.id(), session);
        }
        return Optional.of(session).filter(_ -> isBound);
    }

    void ended(BoundSession session) {
        session.ended();
        bound.remove(session.id());
        transactions.run(() -> rows.delete(session.credential().tenantId(), session.id()));
    }

    /** The credentials of which sessions on this node take receipts now. */
    Set<UUID> receiving() {
        return credentialIds(receivers().toList());
    }

    /** Those of a credential on this node that take receipts now. */
    List<BoundSession> receivers(UUID credentialId) {
        return receivers()
                .filter(session -> session.credential().id().equals(credentialId))
                .toList();
    }

    void unbindAll() {
        bound.values().forEach(session -> session.unbind("The server stops"));
    }

    @Scheduled(fixedDelay = 2_000)
    void beat() {
        List<BoundSession> present = List.copyOf(bound.values());
        present.forEach(session -> session.link().closeIfStuck());
        if (!present.isEmpty()) {
            transactions.run(() -> rows.seen(present));
            Map<UUID, Integer> rates = credentials.ratesOfWorking(credentialIds(present));
            endUnwanted(present, rates.keySet());
            shareOut(present, rates);
        }
    }

    @Scheduled(fixedDelay = 30_000)
    void sweep() {
        transactions.run(rows::deleteGone);
        meters.keySet().retainAll(credentialIds(bound.values()));
    }

    private Stream<BoundSession> receivers() {
        return bound.values().stream().filter(session -> session.mode().mayReceive() && session.isReady());
    }

    private void endUnwanted(List<BoundSession> present, Set<UUID> working) {
        Set<UUID> unwanted = rows.unwanted(node);
        Map<UUID, Boolean> suspended = present.stream()
                .map(session -> session.credential().tenantId())
                .distinct()
                .collect(Collectors.toMap(tenantId -> tenantId, tenants::isSuspended));
        for (BoundSession session : present) {
            session.setSuspended(suspended.getOrDefault(session.credential().tenantId(), false));
            if (!working.contains(session.credential().id())) {
                session.unbind("The credential is revoked");
            } else if (unwanted.contains(session.id())) {
                session.unbind("Ended by a person");
            }
        }
    }

    /** Each node has the part of a credential's rate that it has of its sessions. */
    private void shareOut(List<BoundSession> present, Map<UUID, Integer> rates) {
        Map<UUID, Integer> everywhere = rows.counts(credentialIds(present));
        Map<UUID, List<BoundSession>> here = present.stream()
                .collect(Collectors.groupingBy(session -> session.credential().id()));
        here.forEach((credentialId, sessions) -> {
            int all = Math.max(sessions.size(), everywhere.getOrDefault(credentialId, 0));
            SmppCredential credential = sessions.getFirst().credential();
            int rate = rates.getOrDefault(credentialId, credential.limits().segmentsPerSecond());
            meter(credential).setPerSecond((double) rate * sessions.size() / all);
        });
    }

    private SegmentMeter meter(SmppCredential credential) {
        return meters.computeIfAbsent(
                credential.id(), _ -> new SegmentMeter(credential.limits().segmentsPerSecond(), System.nanoTime()));
    }

    private static Set<UUID> credentialIds(Collection<BoundSession> sessions) {
        return sessions.stream().map(session -> session.credential().id()).collect(Collectors.toSet());
    }
}
