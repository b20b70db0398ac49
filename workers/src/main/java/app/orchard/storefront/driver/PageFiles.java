package app.orchard.storefront.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What the page is made of, and a version that changes with any of it. */
@Component
class PageFiles {

    private static final List<String> BESIDE =
            List.of("/webjars/leaflet/1.9.4/dist/leaflet.css", "/webjars/leaflet/1.9.4/dist/leaflet.js");
    private static final List<String> OURS =
            List.of("classpath:static/driver/*", "classpath:templates/driver/*", "classpath:messages.properties");

    private final List<String> addresses;
    private final String version;
    private final String worker;

    PageFiles(ResourcePatternResolver resources) {
        try {
            this.addresses = Stream.of(
                            Stream.of("/driver/"),
                            Arrays.stream(resources.getResources(OURS.getFirst()))
                                    .map(file -> "/driver/" + file.getFilename())
                                    .sorted(),
                            BESIDE.stream())
                    .flatMap(each -> each)
                    .toList();
            this.worker = new ClassPathResource("driver/sw.js").getContentAsString(StandardCharsets.UTF_8);
            this.version = version(resources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Addresses that the page needs, itself among them. */
    List<String> addresses() {
        return addresses;
    }

    String version() {
        return version;
    }

    /** The script that keeps them on the phone. */
    String worker() {
        return worker;
    }

    private static String version(ResourcePatternResolver resources) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String pattern : OURS) {
                Resource[] files = resources.getResources(pattern);
                Arrays.sort(files, Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())));
                for (Resource file : files) {
                    digest.update(file.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
