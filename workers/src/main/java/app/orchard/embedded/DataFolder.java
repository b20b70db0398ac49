package app.orchard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The one place on this machine where a run keeps everything; only one run at a time uses it. */
record DataFolder(Path root, FileChannel lock) {
    private static final List<String> CONTENT = List.of("postgresql", "zeebe", "simulators", "application", "logs");

    /** @throws AlreadyRunning when another run uses this folder */
    static DataFolder claim(Path root) {
        try {
            Files.createDirectories(root);
            var lock = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new AlreadyRunning(root, announced(root));
            }
            lock.truncate(0);
            lock.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            Files.deleteIfExists(root.resolve("running"));
            return new DataFolder(root, lock);
        } catch (IOException e) {
            throw new StartFailed(
                    "%s cannot be used for data (%s); choose another folder with --data DIR."
                            .formatted(root, e.getMessage()),
                    e);
        }
    }

    /** Forgets everything an earlier run kept, and nothing else that may be in the folder. */
    void clear() {
        CONTENT.forEach(name -> Folders.delete(root.resolve(name)));
    }

    Path of(String part) {
        return root.resolve(part);
    }

    Path log(String part) {
        return root.resolve("logs").resolve(part + ".log");
    }

    /** Leaves the addresses for who tries to start a second time. */
    void announce(String screen) {
        try {
            Files.writeString(root.resolve("running"), screen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Frees the folder for the next run. */
    void release() {
        try {
            Files.deleteIfExists(root.resolve("running"));
            lock.truncate(0);
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String announced(Path root) throws IOException {
        var file = root.resolve("running");
        return Files.exists(file) ? Files.readString(file) : "It is still starting.\n";
    }
}
