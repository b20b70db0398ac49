package app.orchard.sandbox;

import app.orchard.sandbox.razorpay.RazorpayAccount;
import app.orchard.sandbox.wati.WatiAccount;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to run the simulators.
 *
 * @param razorpayPort 0 for any free one, as is {@code watiPort}
 * @param stateFolder where their state is kept; without it they forget everything when closed
 * @param seed same seed, same ids
 */
public record SandboxOptions(
        int razorpayPort,
        int watiPort,
        Optional<Path> stateFolder,
        long seed,
        RazorpayAccount razorpay,
        WatiAccount wati) {

    /** Free ports, nothing kept, the demo's keys, no webhooks. */
    public static SandboxOptions inMemory() {
        return new SandboxOptions(
                0,
                0,
                Optional.empty(),
                System.nanoTime(),
                new RazorpayAccount(
                        "rzp_test_orchard", "orchard_key_secret", "orchard_webhook_secret", Optional.empty()),
                new WatiAccount("1001", "orchard_wati_token", Optional.empty()));
    }

    public SandboxOptions ports(int razorpayPort, int watiPort) {
        return new SandboxOptions(razorpayPort, watiPort, stateFolder, seed, razorpay, wati);
    }

    public SandboxOptions keptIn(Path folder) {
        return new SandboxOptions(razorpayPort, watiPort, Optional.of(folder), seed, razorpay, wati);
    }

    public SandboxOptions seeded(long seed) {
        return new SandboxOptions(razorpayPort, watiPort, stateFolder, seed, razorpay, wati);
    }

    public SandboxOptions razorpayWebhook(URI webhook) {
        return new SandboxOptions(razorpayPort, watiPort, stateFolder, seed, razorpay.tells(webhook), wati);
    }

    public SandboxOptions watiWebhook(URI webhook) {
        return new SandboxOptions(razorpayPort, watiPort, stateFolder, seed, razorpay, wati.tells(webhook));
    }
}
