package app.orchard.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running program of ours and the file its output goes to. */
final class ChildProcess {
    private static final long LOG_LIMIT = 20_000_000;

    private final Process process;
    private final Path log;

    /** How much there was in the log before. */
    private final long begun;

    private ChildProcess(Process process, Path log, long begun) {
        this.process = process;
        this.log = log;
        this.begun = begun;
    }

    static ChildProcess start(List<String> command, Map<String, String> environment, Path folder, Path log) {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.toAbsolutePath().getParent());
            keepSmall(log);
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            // Glibc otherwise keeps a heap per thread, and our programs have many
            builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
            builder.environment().putAll(environment);
            var begun = Files.exists(log) ? Files.size(log) : 0;
            return new ChildProcess(builder.start(), log, begun);
        } catch (IOException e) {
            throw new StartFailed("%s cannot be started: %s".formatted(command.getFirst(), e.getMessage()), e);
        }
    }

    private static void keepSmall(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, Path.of(log + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitValue() {
        return process.exitValue();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Asks the program to end, and ends it when it has not done so in time. */
    void stop(Duration patience) {
        Signal.TERM.send(process.toHandle());
        if (!ended(patience)) {
            kill();
        }
    }

    /** Like {@code kill -9}: the program gets no chance to tidy up. */
    void kill() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(10));
    }

    boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether it said something, or anybody else who writes to the same log since it began. */
    boolean hasSaid(String words) {
        try (var all = Files.newInputStream(log)) {
            all.skipNBytes(begun);
            return new String(all.readAllBytes(), StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process noted in a file by {@link #note}, if it still runs and its command line has the mark. */
    static Optional<ProcessHandle> noted(Path file, String mark) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> commandLine(handle).contains(mark));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    void note(Path file) {
        try {
            Files.writeString(file, pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String commandLine(ProcessHandle handle) {
        return handle.info().commandLine().orElse("");
    }
}
