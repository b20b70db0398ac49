package app.orchard.sandbox.wati;

import app.orchard.sandbox.http.Store;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.UUID;

/** Ids in the provider's shapes; the same seed and the same calls give the same ids. */
final class Ids {
    private final Store store;
    private final long seed;

    Ids(Store store, long seed) {
        this.store = store;
        this.seed = seed;
    }

    /** 24 hexadecimal digits, as WATI names its records. */
    String record() {
        SplittableRandom random = next();
        return "%016x%08x".formatted(random.nextLong(), random.nextInt());
    }

    /** As WhatsApp itself names a message. */
    String whatsapp(String phone) {
        SplittableRandom random = next();
        byte[] tail = ByteBuffer.allocate(16)
                .putLong(random.nextLong())
                .putLong(random.nextLong())
                .array();
        return "wamid."
                + Base64.getEncoder().withoutPadding().encodeToString(phone.getBytes(StandardCharsets.US_ASCII))
                + Base64.getEncoder().encodeToString(tail);
    }

    String uuid() {
        SplittableRandom random = next();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private SplittableRandom next() {
        return new SplittableRandom(seed * 31 + store.next("ids"));
    }
}
