package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids that look like the gateway's and are the same for the same seed. */
final class Ids {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 14;

    private final Store store;
    private final long seed;

    Ids(Store store, long seed) {
        this.store = store;
        this.seed = seed;
    }

    String next(String prefix) {
        byte[] hash = sha256(seed + ":" + prefix + ":" + store.next(prefix));
        var id = new StringBuilder(prefix).append('_');
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(Byte.toUnsignedInt(hash[i]) % ALPHABET.length()));
        }
        return id.toString();
    }

    /** @throws Problem as the gateway reports an id that cannot be one */
    static String checked(String prefix, String id) {
        if (!id.matches(prefix + "_[0-9A-Za-z]{14}")) {
            throw Problem.refused(id + " is not a valid id");
        }
        return id;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
