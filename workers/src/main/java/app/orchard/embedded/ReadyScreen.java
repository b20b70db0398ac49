package app.orchard.embedded;

import java.util.StringJoiner;

/** What a person needs to know once everything runs. */
record ReadyScreen(UpOptions options, Surroundings surroundings) {

    String text() {
        var lines = new StringJoiner("\n", "", "\n");
        lines.add(line("Shop", local(PortOption.SHOP, "/")));
        lines.add(line("Shop API", local(PortOption.SHOP, "/api/docs")));
        lines.add(line("Console", local(PortOption.SHOP, "/console")));
        if (!surroundings.bringRazorpay()) {
            lines.add(line("Razorpay simulator", local(PortOption.RAZORPAY, "/")));
        }
        if (!surroundings.bringWati()) {
            lines.add(line("WhatsApp simulator", local(PortOption.WATI, "/")));
        }
        lines.add("");
        lines.add(line("Console logins", "founder, packer, ravi and meena (drivers), stall; password orchard"));
        String arrives = surroundings.bringWati() ? "by WhatsApp" : "in the WhatsApp simulator";
        lines.add(line("Shop login", "any mobile number; its code arrives " + arrives));
        lines.add(line("Data and logs", options.data().toString()));
        return lines.toString();
    }

    private static String line(String name, String value) {
        return "  %-20s %s".formatted(name, value);
    }

    private String local(PortOption option, String path) {
        return "http://localhost:" + options.port(option) + path;
    }
}
