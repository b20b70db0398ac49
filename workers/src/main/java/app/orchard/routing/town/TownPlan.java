package app.orchard.routing.town;

import app.orchard.slots.GeoPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws the town. Columns run north, rows run east; every {@value #MAIN}th is a main road. */
final class TownPlan {

    private static final double STEP = 130;
    static final int MAIN = 8;
    private static final int COLUMNS = 4 * MAIN;
    private static final int ROWS = 10 * MAIN;
    private static final int CORE = 10;
    private static final double GAPS = 0.17;
    private static final int APARTMENTS = 400;
    /** Columns of the two bridges. */
    private static final List<Integer> BRIDGES = List.of(-MAIN, 2 * MAIN);

    private final SplittableRandom chance = new SplittableRandom(20_260_501);
    private final Sheet sheet = new Sheet();
    private final Map<Long, Integer> crossings = new HashMap<>();
    private final Map<Long, List<Integer>> mainWaysAt = new HashMap<>();
    private final List<Landmark> apartments = new ArrayList<>();

    TownPlan draw() {
        for (int row = -ROWS; row <= ROWS; row += MAIN) {
            mainRow(row);
        }
        for (int column = -COLUMNS; column <= COLUMNS; column += MAIN) {
            mainColumn(column);
        }
        for (int row = -ROWS; row <= ROWS; row++) {
            if (row % MAIN != 0) {
                street(row, true);
            }
        }
        for (int column = -COLUMNS; column <= COLUMNS; column++) {
            if (column % MAIN != 0) {
                street(column, false);
            }
        }
        oldRoad();
        forbidTurns();
        driveway(DemoTown.STORE);
        driveway(DemoTown.STALL);
        DemoTown.COMPLEXES.forEach(this::driveway);
        houses();
        return this;
    }

    String asXml() {
        return sheet.asXml();
    }

    List<Landmark> apartments() {
        return apartments;
    }

    // ---- main roads

    private void mainRow(int row) {
        for (int column = -COLUMNS; column < COLUMNS; column += MAIN) {
            List<Integer> nodes = new ArrayList<>();
            for (int n = column; n <= column + MAIN; n++) {
                nodes.add(crossing(n, row));
            }
            String kind = row == 0 || Math.abs(row) == 6 * MAIN ? "primary" : "secondary";
            mainWay(nodes, kind, rowName(row));
        }
    }

    private void mainColumn(int column) {
        for (int row = -ROWS; row < ROWS; row += MAIN) {
            boolean isCutByTheRiver = crossesRiver(column, row, MAIN) && !BRIDGES.contains(column);
            if (isCutByTheRiver) {
                bank(column, row, row + MAIN);
                continue;
            }
            List<Integer> nodes = new ArrayList<>();
            for (int n = row; n <= row + MAIN; n++) {
                nodes.add(crossing(column, n));
            }
            mainWay(nodes, column == -MAIN ? "primary" : "secondary", columnName(column));
        }
    }

    /** A main road ends on each side of the water. */
    private void bank(int column, int from, int to) {
        List<Integer> south = new ArrayList<>();
        List<Integer> north = new ArrayList<>();
        for (int row = from; row <= to; row++) {
            (isNorthOfRiver(column, row) ? north : south).add(crossing(column, row));
        }
        for (List<Integer> side : List.of(south, north)) {
            if (side.size() > 1) {
                mainWay(side, "tertiary", columnName(column));
            }
        }
    }

    private void mainWay(List<Integer> nodes, String kind, String name) {
        int way = sheet.way(nodes, "highway", kind, "name", name, "surface", "asphalt");
        mainWaysAt
                .computeIfAbsent((long) nodes.getFirst(), n -> new ArrayList<>())
                .add(way);
        mainWaysAt
                .computeIfAbsent((long) nodes.getLast(), n -> new ArrayList<>())
                .add(way);
    }

    // ---- streets

    private void street(int line, boolean isRow) {
        int end = isRow ? COLUMNS : ROWS;
        List<Integer> run = new ArrayList<>();
        for (int n = -end; n < end; n++) {
            int column = isRow ? n : line;
            int row = isRow ? line : n;
            boolean goesOn = isStreet(column, row, isRow);
            if (goesOn) {
                if (run.isEmpty()) {
                    run.add(crossing(column, row));
                }
                run.add(isRow ? crossing(column + 1, row) : crossing(column, row + 1));
            }
            if (!goesOn || n == end - 1) {
                finish(run, line, isRow);
                run = new ArrayList<>();
            }
        }
    }

    private boolean isStreet(int column, int row, boolean isRow) {
        int nextColumn = isRow ? column + 1 : column;
        int nextRow = isRow ? row : row + 1;
        if (!isBuiltUp(column, row) || !isBuiltUp(nextColumn, nextRow)) {
            return false;
        }
        boolean isGap = !isCore(column, row) && chance.nextDouble() < GAPS;
        boolean isInTheRiver = isNorthOfRiver(column, row) != isNorthOfRiver(nextColumn, nextRow);
        return !isGap && !isInTheRiver;
    }

    private void finish(List<Integer> run, int line, boolean isRow) {
        if (run.size() < 2) {
            return;
        }
        String name = isRow ? rowName(line) : columnName(line);
        boolean isUnpaved = chance.nextInt(12) == 0;
        boolean isOneWay = !isRow && isCore(line, 0) && run.size() > 3;
        List<String> tags = new ArrayList<>(List.of("highway", "residential", "name", name));
        tags.addAll(List.of("surface", isUnpaved ? "unpaved" : "asphalt"));
        if (isOneWay) {
            coreStreet(run, line, tags);
            return;
        }
        sheet.way(run, tags.toArray(String[]::new));
    }

    /** In the core every other street leads north only, those between south only. */
    private void coreStreet(List<Integer> run, int line, List<String> tags) {
        List<Integer> part = new ArrayList<>();
        boolean wasCore = false;
        for (int node : run) {
            boolean isCore = Math.abs(sheet.at(node)[1]) < CORE * STEP;
            if (isCore != wasCore && part.size() > 1) {
                coreWay(part, wasCore, line, tags);
                part = new ArrayList<>(part.subList(part.size() - 1, part.size()));
            }
            part.add(node);
            wasCore = isCore;
        }
        if (part.size() > 1) {
            coreWay(part, wasCore, line, tags);
        }
    }

    private void coreWay(List<Integer> nodes, boolean isCore, int line, List<String> tags) {
        List<String> all = new ArrayList<>(tags);
        if (isCore) {
            all.addAll(List.of("oneway", line % 2 == 0 ? "yes" : "-1"));
        }
        sheet.way(nodes, all.toArray(String[]::new));
    }

    /** Older than the grid: cuts across the core. */
    private void oldRoad() {
        List<Integer> nodes = new ArrayList<>();
        for (int n = 6; n <= 3 * MAIN; n++) {
            nodes.add(crossing(n - MAIN, n));
        }
        sheet.way(nodes, "highway", "tertiary", "name", "Old Fort Road", "surface", "asphalt");
    }

    private void forbidTurns() {
        for (int row = -2 * MAIN; row <= 2 * MAIN; row += MAIN) {
            for (int column = -2 * MAIN; column <= 2 * MAIN; column += MAIN) {
                int via = crossing(column, row);
                List<Integer> ways = mainWaysAt.getOrDefault((long) via, List.of());
                if (ways.size() == 4) {
                    // Row: west, east; column: south, north. On the left side of the road, right turns hold up others
                    sheet.forbid("no_right_turn", ways.get(0), via, ways.get(2));
                    sheet.forbid("no_right_turn", ways.get(1), via, ways.get(3));
                }
            }
        }
    }

    // ---- doors

    /** A gate and a lane from the nearest crossing. */
    private void driveway(Landmark place) {
        double east = Sheet.east(place.at().longitude());
        double north = Sheet.north(place.at().latitude());
        int street = nearest(east, north);
        double[] from = sheet.at(street);
        int gate = sheet.node((from[0] + east) / 2, (from[1] + north) / 2, "barrier", "gate", "access", "yes");
        int door =
                sheet.node(east, north, "name", place.name(), "building", "apartments", "addr:street", place.street());
        sheet.way(List.of(street, gate, door), "highway", "service", "name", place.street());
    }

    private int nearest(double east, double north) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int column = -COLUMNS; column <= COLUMNS; column++) {
            for (int row = -ROWS; row <= ROWS; row++) {
                Integer node = crossings.get(key(column, row));
                if (node == null) {
                    continue;
                }
                double distance = StrictMath.hypot(sheet.at(node)[0] - east, sheet.at(node)[1] - north);
                if (distance < least) {
                    least = distance;
                    best = node;
                }
            }
        }
        return best;
    }

    private void houses() {
        for (int n = 0; n < APARTMENTS; n++) {
            int column;
            int row;
            do {
                column = chance.nextInt(-COLUMNS, COLUMNS);
                row = chance.nextInt(-ROWS, ROWS);
            } while (!isBuiltUp(column, row) || !crossings.containsKey(key(column, row)));
            double[] corner = sheet.at(crossing(column, row));
            double east = corner[0] + 20 + chance.nextInt(80);
            double north = corner[1] + 15 + chance.nextInt(30);
            String name = TownNames.apartment(n);
            sheet.node(east, north, "name", name, "building", "apartments", "addr:street", rowName(row));
            GeoPoint at = GeoPoint.ofDegrees(Sheet.latitude(north), Sheet.longitude(east));
            apartments.add(new Landmark(name, rowName(row), at));
            if (n % 25 == 0) {
                bollard(crossing(column, row), east, north);
            }
        }
    }

    /** A lane that ends the van's way and not the scooter's. */
    private void bollard(int street, double east, double north) {
        double[] from = sheet.at(street);
        int post = sheet.node((from[0] + east) / 2, (from[1] + north) / 2, "barrier", "bollard");
        sheet.way(List.of(street, post, sheet.node(east, north)), "highway", "service");
    }

    // ---- the lie of the land

    private int crossing(int column, int row) {
        return crossings.computeIfAbsent(key(column, row), missing -> {
            boolean isOnMainRoad = column % MAIN == 0 || row % MAIN == 0;
            double most = isOnMainRoad ? 12 : 28;
            double east = column * STEP + most * (2 * chance.nextDouble() - 1);
            double north = row * STEP + most * (2 * chance.nextDouble() - 1);
            return sheet.node(east, north);
        });
    }

    private static long key(int column, int row) {
        return 1000L * (row + 500) + column + 500;
    }

    private static boolean isBuiltUp(int column, int row) {
        boolean north = row >= 4 * MAIN && row <= 8 * MAIN && Math.abs(column) <= 3 * MAIN;
        boolean middle = Math.abs(row) <= 2 * MAIN && Math.abs(column) <= 3 * MAIN;
        boolean south = row <= -5 * MAIN && row >= -9 * MAIN && Math.abs(column) <= 3 * MAIN;
        return north || middle || south;
    }

    private static boolean isCore(int column, int row) {
        return Math.abs(column) < CORE && Math.abs(row) < CORE;
    }

    /** It winds through the middle of the town, between the fourth row and the main road north of it. */
    private static boolean isNorthOfRiver(int column, int row) {
        double river = 3.5 * STEP + 180 * StrictMath.sin(column * STEP / 700);
        return row * STEP > river;
    }

    private static boolean crossesRiver(int column, int row, int steps) {
        return isNorthOfRiver(column, row) != isNorthOfRiver(column, row + steps);
    }

    private static String rowName(int row) {
        return TownNames.row(row, MAIN);
    }

    private static String columnName(int column) {
        return TownNames.column(column, MAIN);
    }
}
