package app.orchard.embedded;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** {@code orchard up}: runs everything on this machine until it is told to stop. */
public final class Up {
    private static final int FAILED = 1;
    private static final int WRONG_OPTION = 2;
    private static final int RUNNING_ALREADY = 3;

    private final UpOptions options;
    private final Supervisor supervisor = new Supervisor(System.out::println);

    private Up(UpOptions options) {
        this.options = options;
    }

    /** Returns only when it could not start. */
    public static void main(String... arguments) {
        System.exit(exitCode(arguments));
    }

    private static int exitCode(String... arguments) {
        UpOptions options;
        try {
            options = UpOptions.parse(arguments);
        } catch (StartFailed e) {
            System.err.println(e.getMessage());
            return WRONG_OPTION;
        }
        try {
            return new Up(options).run();
        } catch (AlreadyRunning e) {
            System.out.print(e.getMessage());
            return RUNNING_ALREADY;
        } catch (StartFailed e) {
            System.err.println(e.getMessage());
            return FAILED;
        }
    }

    private int run() {
        var begun = System.nanoTime();
        var data = DataFolder.claim(options.data());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(data)));
        stopWithLauncher();
        try {
            start(new Machine(options, data, Surroundings.ofThisProcess()), begun);
        } catch (StartFailed e) {
            if (!supervisor.isStopping()) {
                throw e;
            }
        }
        return awaitEnd();
    }

    private void start(Machine machine, long begun) {
        System.out.printf("Starting Orchard, data in %s%n", options.data());
        machine.stopLeftovers();
        if (options.fresh()) {
            machine.data().clear();
        }
        machine.checkPorts();
        machine.database().ifPresent(database -> supervisor.start(List.of(database)));
        supervisor.start(machine.rest());
        var screen = machine.readyScreen();
        machine.data().announce(screen);
        System.out.printf("%nOrchard is ready after %.0f s.%n%n%s%n", (System.nanoTime() - begun) / 1e9, screen);
        System.out.println("Ctrl-C stops everything; the data stays.");
    }

    private void stop(DataFolder data) {
        System.out.println();
        System.out.println("Stopping…");
        supervisor.stop();
        data.release();
        System.out.println("Stopped.");
    }

    /** The script that started us waits for us; when it is killed nobody could stop us any more. */
    private static void stopWithLauncher() {
        Optional.ofNullable(System.getenv("ORCHARD_LAUNCHER_PID"))
                .map(Long::valueOf)
                .flatMap(ProcessHandle::of)
                .ifPresent(launcher -> launcher.onExit().thenRun(() -> System.exit(0)));
    }

    private static int awaitEnd() {
        while (true) {
            LockSupport.park();
        }
    }
}
