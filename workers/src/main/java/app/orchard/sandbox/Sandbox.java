package app.orchard.sandbox;

import app.orchard.sandbox.http.Store;
import app.orchard.sandbox.razorpay.RazorpaySandbox;
import app.orchard.sandbox.wati.WatiSandbox;
import java.io.IOException;
import java.net.URI;

/** Both simulators in this process, each on its own port of the loopback address. */
public final class Sandbox implements AutoCloseable {
    private final RazorpaySandbox razorpay;
    private final WatiSandbox wati;

    private Sandbox(RazorpaySandbox razorpay, WatiSandbox wati) {
        this.razorpay = razorpay;
        this.wati = wati;
    }

    /** @throws java.net.BindException when one of the ports is taken */
    public static Sandbox start(SandboxOptions options) throws IOException {
        var razorpay = RazorpaySandbox.open(
                options.razorpayPort(), options.razorpay(), store(options, "razorpay"), options.seed());
        try {
            return new Sandbox(
                    razorpay,
                    WatiSandbox.open(options.watiPort(), options.wati(), store(options, "wati"), options.seed()));
        } catch (IOException | RuntimeException e) {
            razorpay.close();
            throw e;
        }
    }

    public URI razorpayUri() {
        return razorpay.uri();
    }

    public URI watiUri() {
        return wati.uri();
    }

    public RazorpaySandbox razorpay() {
        return razorpay;
    }

    public WatiSandbox wati() {
        return wati;
    }

    @Override
    public void close() {
        razorpay.close();
        wati.close();
    }

    private static Store store(SandboxOptions options, String name) throws IOException {
        return options.stateFolder().isPresent()
                ? Store.in(options.stateFolder().get().resolve(name + ".jsonl"))
                : Store.inMemory();
    }
}
