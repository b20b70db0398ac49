package app.orchard.embedded;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** How to run Orchard on this machine: where its data is, which ports it uses. */
record UpOptions(Path data, boolean fresh, Map<PortOption, Integer> ports) {

    /** @throws StartFailed for an option that does not exist or has no usable value */
    static UpOptions parse(String... arguments) {
        var data = Path.of(System.getProperty("user.home"), ".orchard");
        var fresh = false;
        var ports = new EnumMap<PortOption, Integer>(PortOption.class);
        for (int i = 0; i < arguments.length; i++) {
            var name = arguments[i].replaceFirst("=.*", "");
            if (name.equals("--fresh")) {
                fresh = true;
                continue;
            }
            var value = arguments[i].contains("=") ? arguments[i].substring(name.length() + 1) : next(arguments, i++);
            if (name.equals("--data")) {
                data = Path.of(value);
            } else {
                ports.put(port(name), number(name, value));
            }
        }
        return new UpOptions(data.toAbsolutePath().normalize(), fresh, ports);
    }

    int port(PortOption option) {
        return ports.getOrDefault(option, option.standard());
    }

    private static String next(String[] arguments, int i) {
        if (!arguments[i].equals("--data")) {
            port(arguments[i]);
        }
        if (i + 1 == arguments.length) {
            throw new StartFailed(arguments[i] + " needs a value.");
        }
        return arguments[i + 1];
    }

    private static PortOption port(String name) {
        return PortOption.called(name)
                .orElseThrow(() -> new StartFailed("There is no option " + name + "; ./orchard help shows them all."));
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new StartFailed("%s needs a port number from 1 to 65535, not %s.".formatted(name, value));
        }
        return Integer.parseInt(value);
    }
}
