package app.orchard.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL for this platform, unpacked once from the class path. */
record PostgresBinaries(Path folder) {

    static PostgresBinaries unpackInto(Path parent) {
        try {
            var target = parent.resolve("%s-%s-%08x".formatted(system(), architecture(), checksum()));
            if (!Files.isDirectory(target)) {
                unpack(target);
            }
            return new PostgresBinaries(target);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked into " + parent, e);
        }
    }

    private static InputStream archive() {
        var name = "postgres-%s-%s.txz".formatted(system(), architecture());
        var content = PostgresBinaries.class.getClassLoader().getResourceAsStream(name);
        if (content == null) {
            throw new StartFailed("There is no embedded PostgreSQL for this platform (" + name
                    + "); set SPRING_DATASOURCE_URL to a PostgreSQL 18 of yours.");
        }
        return content;
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        var unfinished = Files.createTempDirectory(target.toAbsolutePath().getParent(), "unpacking");
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, unfinished);
            }
        }
        publish(unfinished, target);
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var path = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
            throw new IOException(path + " cannot be made executable");
        }
    }

    /** Another process may have unpacked the same in the meantime: the first one stays. */
    private static void publish(Path unfinished, Path target) throws IOException {
        unfinished.toFile().setReadable(true, false);
        unfinished.toFile().setExecutable(true, false);
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(unfinished);
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    private static long checksum() throws IOException {
        try (var content = new CheckedInputStream(archive(), new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            return content.getChecksum().getValue();
        }
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        var name = System.getProperty("os.arch");
        return "aarch64".equals(name) ? "arm_64" : "x86_64";
    }
}
