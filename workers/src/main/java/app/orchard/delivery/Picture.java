package app.orchard.delivery;

import app.orchard.shared.Refusal;
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
import javax.imageio.stream.ImageInputStream;

/**
 * A picture from outside, drawn anew: what is kept are its points, nothing else that came in the file, such as where and
 * with which phone it was taken.
 */
final class Picture {

    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    private static final long MOST_POINTS = 30_000_000;
    private static final int LONGEST_SIDE = 1600;

    private Picture() {}

    /**
     * @return a JPEG, its longer side at most 1600 points
     * @throws Refusal INVALID {@code bad-picture} when it is neither JPEG nor PNG, is broken, or is far too large
     */
    static byte[] redrawn(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            return jpeg(smaller(read(input)));
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException e) {
            throw bad("This picture cannot be read. Please take it again.").because(e);
        }
    }

    private static BufferedImage read(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw bad("A picture must be a JPEG or a PNG.");
        }
        ImageReader reader = readers.next();
        try {
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                throw bad("A picture must be a JPEG or a PNG.");
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

    private static BufferedImage smaller(BufferedImage picture) {
        double share = Math.min(1, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * share));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * share));
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

    private static Refusal bad(String sentence) {
        return Refusal.invalid("bad-picture", sentence);
    }
}
