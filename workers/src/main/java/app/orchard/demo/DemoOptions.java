package app.orchard.demo;

import java.net.URI;

/** Where the product runs. */
record DemoOptions(URI shop, URI whatsApp) {

    static final String USAGE = "./orchard demo [--port NUMBER] [--wati-port NUMBER]  (as given to ./orchard up)";

    /** @throws IllegalArgumentException for an option that does not exist */
    static DemoOptions parse(String... arguments) {
        int shop = 8080;
        int whatsApp = 8092;
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].replaceFirst("=.*", "");
            boolean joined = arguments[i].contains("=");
            String value =
                    joined ? arguments[i].substring(name.length() + 1) : i + 1 < arguments.length ? arguments[++i] : "";
            switch (name) {
                case "--port" -> shop = port(name, value);
                case "--wati-port" -> whatsApp = port(name, value);
                default -> throw new IllegalArgumentException("There is no option " + name + ".");
            }
        }
        return new DemoOptions(local(shop), local(whatsApp));
    }

    private static int port(String name, String value) {
        if (!value.matches("\\d{1,5}")) {
            throw new IllegalArgumentException(name + " needs a port number.");
        }
        return Integer.parseInt(value);
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }
}
