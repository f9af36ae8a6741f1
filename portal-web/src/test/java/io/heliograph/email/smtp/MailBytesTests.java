package io.heliograph.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class MailBytesTests {

    private static final int MOST = 1024 * 1024;

    @Test
    void keepsAMailOfTheLargestSizeAndNoneThatIsLarger() throws IOException {
        assertThat(MailBytes.read(new Endless(MOST), MOST))
                .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(MOST));
        assertThat(MailBytes.read(new Endless(MOST + 1), MOST)).isEmpty();
    }

    @Test
    void readsAHundredMegabytesInTheMemoryOfAFew() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(MailBytes.read(new Endless(100L * MOST), MOST)).isEmpty();

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8L * MOST);
    }

    /** So many bytes. */
    private static final class Endless extends InputStream {

        private long left;

        Endless(long bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'a' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(left, length);
            left -= read;
            return read;
        }
    }
}
