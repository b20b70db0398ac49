package app.orchard.routing.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is drawn so far, in metres from the middle of the town, and its form as OpenStreetMap XML. */
final class Sheet {

    static final double MIDDLE_LATITUDE = 12.975;
    static final double MIDDLE_LONGITUDE = 77.59;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double METRES_PER_DEGREE_EAST =
            METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(MIDDLE_LATITUDE));

    private final StringBuilder nodes = new StringBuilder();
    private final StringBuilder ways = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private final List<double[]> points = new ArrayList<>();
    private int wayCount;
    private int relationCount;

    static double latitude(double north) {
        return MIDDLE_LATITUDE + north / METRES_PER_DEGREE;
    }

    static double longitude(double east) {
        return MIDDLE_LONGITUDE + east / METRES_PER_DEGREE_EAST;
    }

    static double north(double latitude) {
        return (latitude - MIDDLE_LATITUDE) * METRES_PER_DEGREE;
    }

    static double east(double longitude) {
        return (longitude - MIDDLE_LONGITUDE) * METRES_PER_DEGREE_EAST;
    }

    /** @param tags keys and values in turn. @return its number */
    int node(double east, double north, String... tags) {
        points.add(new double[] {east, north});
        nodes.append(String.format(
                Locale.ROOT,
                "<node id=\"%d\" lat=\"%.7f\" lon=\"%.7f\"",
                points.size(),
                latitude(north),
                longitude(east)));
        close(nodes, "node", "", tags);
        return points.size();
    }

    double[] at(int node) {
        return points.get(node - 1);
    }

    int way(List<Integer> through, String... tags) {
        ways.append("<way id=\"").append(++wayCount).append('"');
        StringBuilder members = new StringBuilder();
        through.forEach(node -> members.append("<nd ref=\"").append(node).append("\"/>"));
        close(ways, "way", members.toString(), tags);
        return wayCount;
    }

    /** From one way over the node where both end into the other: not allowed. */
    void forbid(String turn, int from, int via, int to) {
        relations.append("<relation id=\"").append(++relationCount).append('"');
        String members =
                "<member type=\"way\" ref=\"%d\" role=\"from\"/><member type=\"node\" ref=\"%d\" role=\"via\"/>"
                                .formatted(from, via)
                        + "<member type=\"way\" ref=\"%d\" role=\"to\"/>".formatted(to);
        close(relations, "relation", members, "type", "restriction", "restriction", turn);
    }

    private static void close(StringBuilder to, String element, String members, String... tags) {
        if (members.isEmpty() && tags.length == 0) {
            to.append("/>\n");
            return;
        }
        to.append('>').append(members);
        for (int n = 0; n < tags.length; n += 2) {
            to.append("<tag k=\"")
                    .append(tags[n])
                    .append("\" v=\"")
                    .append(tags[n + 1])
                    .append("\"/>");
        }
        to.append("</").append(element).append(">\n");
    }

    String asXml() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"Orchard\">\n" + nodes
                + ways + relations + "</osm>\n";
    }
}
