package app.orchard.delivery;

import app.orchard.shared.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where pictures of doors lie: outside of everything that is served by itself. */
@Component
class EvidenceFolder {

    private final Path root;

    EvidenceFolder(DeliverySettings settings) {
        this.root = settings.evidence();
    }

    /** Whole or not at all. */
    void write(UUID id, byte[] picture) {
        Path file = file(id);
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), id.toString(), ".part");
            Files.write(draft, picture);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Pictures cannot be kept in " + root + ".", e);
        }
    }

    /** @throws Refusal NOT_FOUND */
    byte[] read(UUID id) {
        try {
            return Files.readAllBytes(file(id));
        } catch (NoSuchFileException e) {
            throw Refusal.notFound("picture").because(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the last digits, which are random: the first ones are the time. */
    private Path file(UUID id) {
        String name = id.toString();
        return root.resolve(name.substring(name.length() - 2)).resolve(name + ".jpg");
    }
}
