package app.orchard.embedded;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A vendor's stand-in, running inside this process. */
final class Simulator implements Part {
    private final String title;
    private final int port;
    private final Opening opening;
    private @Nullable AutoCloseable open;

    /** Opens the stand-in on its port. */
    interface Opening {
        AutoCloseable open() throws IOException;
    }

    Simulator(String title, int port, Opening opening) {
        this.title = title;
        this.port = port;
        this.opening = opening;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public synchronized void start() {
        try {
            open = opening.open();
        } catch (IOException e) {
            throw new StartFailed("The %s did not start: %s".formatted(title, e.getMessage()), e);
        }
    }

    @Override
    public synchronized void stop() {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The " + title + " did not stop", e);
        } finally {
            open = null;
        }
    }

    @Override
    public String address() {
        return "port " + port;
    }

    @Override
    public @Nullable ChildProcess process() {
        return null;
    }

    @Override
    public void stopLeftover() {
        // It ended with the process it ran in
    }
}
