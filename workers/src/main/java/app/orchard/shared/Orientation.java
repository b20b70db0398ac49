package app.orchard.shared;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/**
 * How a phone was held. It writes down the points as its camera has them, and beside them how they are to be turned.
 *
 * @param exif 1 to 8, as Exif counts; 1 is upright
 */
record Orientation(int exif) {

    private static final Orientation UPRIGHT = new Orientation(1);

    /** @param file one without a readable note is taken for upright */
    static Orientation of(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            List<JPEGSegment> notes = JPEGSegmentUtil.readSegments(input, JPEG.APP1, "Exif");
            return notes.isEmpty() ? UPRIGHT : in(notes.getFirst());
        } catch (IOException | RuntimeException e) {
            return UPRIGHT;
        }
    }

    private static Orientation in(JPEGSegment note) throws IOException {
        InputStream told = note.data();
        // A byte that fills up the name of the segment
        told.skipNBytes(1);
        try (ImageInputStream tiff = ImageIO.createImageInputStream(told)) {
            Entry entry = ((CompoundDirectory) new TIFFReader().read(tiff)).getEntryById(TIFF.TAG_ORIENTATION);
            return entry != null
                            && entry.getValue() instanceof Number exif
                            && exif.intValue() > 1
                            && exif.intValue() <= 8
                    ? new Orientation(exif.intValue())
                    : UPRIGHT;
        }
    }

    BufferedImage upright(BufferedImage picture) {
        if (exif == 1) {
            return picture;
        }
        boolean isOnItsSide = exif >= 5;
        int width = isOnItsSide ? picture.getHeight() : picture.getWidth();
        int height = isOnItsSide ? picture.getWidth() : picture.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pencil = turned.createGraphics();
        pencil.drawImage(picture, turn(picture.getWidth(), picture.getHeight()), null);
        pencil.dispose();
        return turned;
    }

    private AffineTransform turn(int width, int height) {
        return switch (exif) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
