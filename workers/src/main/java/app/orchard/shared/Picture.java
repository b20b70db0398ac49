package app.orchard.shared;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture from outside, drawn anew: what is kept are its points, nothing else that came in the file, such as where and
 * with which phone it was taken.
 */
public final class Picture {

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp");
    private static final long MOST_POINTS = 30_000_000;

    static {
        // By itself it is found only when the first who asks for pictures does so from the right class loader
        IIORegistry.getDefaultInstance().registerServiceProvider(new WebPImageReaderSpi());
    }

    private final BufferedImage drawn;

    private Picture(BufferedImage drawn) {
        this.drawn = drawn;
    }

    /** @throws Refusal INVALID {@code bad-picture} when it is no JPEG, PNG or WebP, is broken, or is far too large */
    public static Picture read(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            return new Picture(Orientation.of(file).upright(read(input)));
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException e) {
            throw bad("This picture cannot be read. Please take it again.").because(e);
        }
    }

    /** @return a JPEG, its longer side at most that many points */
    public byte[] within(int longestSide) {
        double share = Math.min(1, (double) longestSide / Math.max(drawn.getWidth(), drawn.getHeight()));
        return jpeg(resized(drawn, Math.max(1, (int) Math.round(drawn.getWidth() * share)), Math.max(1, (int)
                Math.round(drawn.getHeight() * share))));
    }

    /** @return a JPEG of exactly that size; what sticks out of its shape around the middle is cut off */
    public byte[] cut(int width, int height) {
        double share = Math.min((double) drawn.getWidth() / width, (double) drawn.getHeight() / height);
        int across = Math.clamp(Math.round(width * share), 1, drawn.getWidth());
        int down = Math.clamp(Math.round(height * share), 1, drawn.getHeight());
        BufferedImage middle =
                drawn.getSubimage((drawn.getWidth() - across) / 2, (drawn.getHeight() - down) / 2, across, down);
        return jpeg(resized(middle, width, height));
    }

    private static BufferedImage read(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw notAPicture();
        }
        ImageReader reader = readers.next();
        try {
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                throw notAPicture();
            }
            reader.setInput(input, true, true);
            // Before it is unpacked: a small file can be a huge picture
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_POINTS) {
                throw bad("This picture is too large. Please take a smaller one.");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** By halves, so that each point of the large picture counts. */
    private static BufferedImage resized(BufferedImage picture, int width, int height) {
        BufferedImage now = picture;
        while (now.getWidth() > 2 * width && now.getHeight() > 2 * height) {
            now = drawn(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        return drawn(now, width, height);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pencil = drawn.createGraphics();
        pencil.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pencil.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pencil.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage picture) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal notAPicture() {
        return bad("A picture must be a JPEG, a PNG or a WebP.");
    }

    private static Refusal bad(String sentence) {
        return Refusal.invalid("bad-picture", sentence);
    }
}
