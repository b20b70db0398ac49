package app.orchard.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

public class PictureTest {

    /** 32 points by 24, one colour. */
    private static final String GREEN_WEBP =
            "52494646440000005745425056503820380000001003009d012a200018003e6d349647a4232221280800800d89650076"
                    + "000080a0a000fee2e0bffeb6bdb786507fffcd81fb79f6f3c2c00000";

    @Test
    void keepsWhatIsSeenAndNothingElseOfTheFile() throws IOException {
        byte[] told = told(picture("jpeg", 320, 200), "taken at 12.97, 77.59 with the phone of Ravi");

        byte[] redrawn = Picture.read(told).within(1600);

        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(redrawn));
        assertThat(seen.getWidth()).isEqualTo(320);
        assertThat(new Color(seen.getRGB(160, 100)).getGreen()).isGreaterThan(100);
        assertThat(text(told)).contains("phone of Ravi");
        assertThat(text(redrawn)).doesNotContain("Ravi", "Exif");
    }

    @Test
    void drawsLargePicturesSmallerAndPngsAsJpegOnWhite() throws IOException {
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(
                Picture.read(picture("png", 3200, 1000)).within(1600)));

        assertThat(seen.getWidth()).isEqualTo(1600);
        assertThat(seen.getHeight()).isEqualTo(500);
        assertThat(new Color(seen.getRGB(0, 0)).getRed()).isGreaterThan(240);
    }

    @Test
    void cutsToAShapeAroundTheMiddle() throws IOException {
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(
                Picture.read(picture("jpeg", 1000, 300)).cut(400, 300)));

        assertThat(seen.getWidth()).isEqualTo(400);
        assertThat(seen.getHeight()).isEqualTo(300);
        assertThat(new Color(seen.getRGB(2, 150)).getGreen()).isGreaterThan(200);
    }

    @Test
    void readsWebPictures() throws IOException {
        byte[] webp = HexFormat.of().parseHex(GREEN_WEBP);

        BufferedImage seen =
                ImageIO.read(new ByteArrayInputStream(Picture.read(webp).within(1600)));

        assertThat(seen.getWidth()).isEqualTo(32);
        assertThat(new Color(seen.getRGB(16, 12)).getGreen()).isGreaterThan(100);
    }

    /** Held upright, the phone writes the points of a picture that lies on its side, and that it is to be turned. */
    @Test
    void turnsPicturesAsThePhoneWasHeld() throws IOException {
        byte[] lying = turned(picture("jpeg", 320, 200), 6);

        BufferedImage seen =
                ImageIO.read(new ByteArrayInputStream(Picture.read(lying).within(1600)));

        assertThat(seen.getWidth()).isEqualTo(200);
        assertThat(seen.getHeight()).isEqualTo(320);
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        refused(new byte[0]);
        refused("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        refused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        refused(picture("gif", 10, 10));
        byte[] whole = picture("png", 300, 300);
        refused(Arrays.copyOf(whole, 60));
    }

    @Test
    void unpacksNoHugePicture() throws IOException {
        byte[] huge = picture("png", 10, 10);
        // 60,000 × 60,000 points, says its head
        huge[18] = (byte) 0xea;
        huge[19] = 0x60;
        huge[22] = (byte) 0xea;
        huge[23] = 0x60;
        CRC32 sum = new CRC32();
        sum.update(huge, 12, 17);
        for (int n = 0; n < 4; n++) {
            huge[29 + n] = (byte) (sum.getValue() >> (24 - 8 * n));
        }

        refused(huge);
    }

    private static void refused(byte[] file) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Picture.read(file))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("bad-picture"));
    }

    /** Green in the middle; a PNG is see-through around it. */
    public static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(
                width, height, format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (int x = width / 4; x < width * 3 / 4; x++) {
            for (int y = height / 4; y < height * 3 / 4; y++) {
                picture.setRGB(x, y, Color.GREEN.getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    private static byte[] turned(byte[] jpeg, int orientation) throws IOException {
        String tiff =
                "II*\0\u0008\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0" + (char) orientation + "\0\0\0\0\0\0\0";
        return told(jpeg, tiff);
    }

    /** As a phone writes it: with a segment of facts behind the head. */
    private static byte[] told(byte[] jpeg, String facts) throws IOException {
        byte[] exif = ("Exif\0\0" + facts).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 2)});
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
