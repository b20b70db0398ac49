package app.orchard.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was given to the engine, file by file. */
@Component
class ModelLedger {

    private final JdbcClient jdbc;
    private final Clock clock;

    ModelLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Entry(String resource, String digest, String content) {}

    /** @param login null when it came with the software */
    void record(String resource, String content, String comment, @Nullable String login) {
        String digest = digest(content);
        jdbc.sql("insert into model_content values (?, ?) on conflict do nothing")
                .params(digest, content)
                .update();
        jdbc.sql("""
                insert into model_deployment (resource, digest, comment, deployed_by, deployed_at)
                values (?, ?, ?, ?, ?)""")
                .params(resource, digest, comment)
                .param(login)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** @return the digest of what came with the software last, by file */
    Map<String, String> shippedLast() {
        return last("d.deployed_by is null", false);
    }

    /** @return what was given to the engine last, by whomever, by file */
    Map<String, String> latest() {
        return last("true", true);
    }

    private Map<String, String> last(String condition, boolean isContent) {
        Map<String, String> found = new LinkedHashMap<>();
        jdbc.sql("""
                select distinct on (d.resource) d.resource, d.digest, c.content
                from model_deployment d join model_content c using (digest)
                where %s order by d.resource, d.id desc""".formatted(condition))
                .query(Entry.class)
                .list()
                .forEach(entry -> found.put(entry.resource(), isContent ? entry.content() : entry.digest()));
        return found;
    }

    static String digest(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
