package io.heliograph.federation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Reads an answer as a whole, up to a size and a time: neither an endless nor a dripping one holds anybody up. */
class BoundedBodies implements ClientHttpRequestInterceptor {

    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration MOST_TIME = Duration.ofSeconds(10);

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        long started = System.nanoTime();
        ClientHttpResponse response = execution.execute(request, body);
        return new Read(response, read(response.getBody(), started));
    }

    private static byte[] read(InputStream in, long started) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int count = in.read(buffer);
        while (count >= 0) {
            read.write(buffer, 0, count);
            if (read.size() > MOST_BYTES) {
                throw new IOException("The answer has more than 256 KB");
            }
            if (System.nanoTime() - started > MOST_TIME.toNanos()) {
                throw new IOException("The answer was not complete within 10 s");
            }
            count = in.read(buffer);
        }
        return read.toByteArray();
    }

    /** The answer with its body in memory. */
    private static final class Read implements ClientHttpResponse {

        private final ClientHttpResponse response;
        private final byte[] body;

        Read(ClientHttpResponse response, byte[] body) {
            this.response = response;
            this.body = body;
        }

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return response.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return response.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return response.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
