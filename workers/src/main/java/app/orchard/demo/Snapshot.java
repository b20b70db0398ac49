package app.orchard.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** A picture that a driver of the demo takes: a door, or a name on glass. */
record Snapshot(String kind) {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    /** Nothing when nothing is asked for that a picture shows. */
    static Optional<Snapshot> of(String kind) {
        return Optional.of(kind)
                .filter(name -> name.equals("photo") || name.equals("signature"))
                .map(Snapshot::new);
    }

    /** @return its id */
    String send(Api api, JsonNode stop) {
        String order = stop.path("order").asString();
        String key = order + ":" + stop.path("attempt").asInt() + ":" + kind;
        String path = "/api/staff/stops/" + order + "/evidence?kind=" + kind.toUpperCase(Locale.ROOT);
        return api.with("Idempotency-Key", key)
                .upload(path, "image/jpeg", drawn())
                .path("id")
                .asString();
    }

    private byte[] drawn() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pencil = picture.createGraphics();
        pencil.setColor(new Color(0xf6f8f1));
        pencil.fillRect(0, 0, WIDTH, HEIGHT);
        pencil.setColor(new Color(0x6b4423));
        if (kind.equals("photo")) {
            pencil.fillRect(WIDTH / 3, HEIGHT / 8, WIDTH / 3, HEIGHT);
        } else {
            pencil.drawArc(WIDTH / 4, HEIGHT / 3, WIDTH / 2, HEIGHT / 3, 0, 270);
        }
        pencil.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
