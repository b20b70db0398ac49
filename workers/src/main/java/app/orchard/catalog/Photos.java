package app.orchard.catalog;

import app.orchard.shared.Picture;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos of products, in the shape of the shop's pictures (4:3) and in the widths that its pages ask for. */
@Service
@Transactional
public class Photos {

    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /** A drawing, for products without a photo. */
    static final String NONE_YET = "crate.svg";

    private static final List<Integer> WIDTHS = List.of(400, 800, 1600);
    private static final int USUAL = 800;
    private static final Pattern NAME = Pattern.compile("([0-9a-f-]{36})-(\\d{3,4})\\.jpg");

    private final JdbcClient jdbc;
    private final Clock clock;

    Photos(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param name as pages name it @return a JPEG @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public byte[] jpeg(UUID id, int width) {
        return jdbc.sql("select jpeg from product_photo where id = ? and width = ?")
                .params(id, width)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("picture"));
    }

    /** @return the names of the widths of a photo with how wide each is, for {@code srcset}; empty for a drawing */
    static String srcset(String image) {
        Matcher photo = NAME.matcher(image);
        if (!photo.matches()) {
            return "";
        }
        return WIDTHS.stream()
                .map(width -> "/images/" + name(photo.group(1), width) + " " + width + "w")
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    /** @return the file name of the picture @throws Refusal INVALID {@code bad-picture} */
    String keep(UUID product, byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Refusal.invalid("bad-picture", "This picture is too large. Please take one of at most 10 MB.");
        }
        Picture picture = Picture.read(file);
        UUID id = TimeOrderedId.next();
        WIDTHS.forEach(width -> jdbc.sql("insert into product_photo values (?, ?, ?, ?, ?)")
                .params(id, width, product, picture.cut(width, width * 3 / 4), Timestamp.from(clock.instant()))
                .update());
        return name(id.toString(), USUAL);
    }

    /** All photos of a product but those. */
    void forget(UUID product, List<String> but) {
        jdbc.sql("delete from product_photo where product_id = ? and not (id = any(?))")
                .params(
                        product,
                        but.stream()
                                .map(NAME::matcher)
                                .filter(Matcher::matches)
                                .map(Photos::id)
                                .toArray(UUID[]::new))
                .update();
    }

    /** Drawings are part of the shop. */
    boolean isKept(UUID product, String image) {
        Matcher photo = NAME.matcher(image);
        return !photo.matches()
                ? image.matches("[a-z-]+\\.svg")
                : jdbc.sql("select exists (select from product_photo where product_id = ? and id = ?)")
                        .params(product, id(photo))
                        .query(Boolean.class)
                        .single();
    }

    private static UUID id(Matcher photo) {
        return UUID.fromString(photo.group(1));
    }

    private static String name(String id, int width) {
        return id + "-" + width + ".jpg";
    }
}
