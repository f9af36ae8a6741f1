package io.heliograph.webhooks.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses that a connection is opened to and leaves out those that must not be called. The connection uses
 * this very answer, so a name that changes between check and call gains nothing.
 *
 * <p>Names are asked for on platform threads: a slow name server would otherwise hold a carrier of the virtual threads.
 */
final class GuardedResolver implements DnsResolver, AutoCloseable {

    private final AllowedAddresses addresses;
    private final ExecutorService lookups = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());

    GuardedResolver(AllowedAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        return Stream.of(resolve(host))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] allowed = Stream.of(lookUp(host)).filter(addresses::allow).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new PrivateAddressException(host);
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        Future<InetAddress[]> lookup = lookups.submit(() -> InetAddress.getAllByName(host));
        try {
            return lookup.get();
        } catch (ExecutionException _) {
            throw new UnknownHostException(host);
        } catch (InterruptedException _) {
            lookup.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }
}
