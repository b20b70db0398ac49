package app.orchard.bench;

import java.util.List;

/**
 * One measured figure.
 *
 * @param value the median of the rounds, in the unit
 * @param baseline the median of the same number of rounds of the baseline, in the same unit
 * @param goal what the ratio should be at least
 */
record Figure(String figure, double value, String unit, double baseline, double ratio, double goal, int rounds) {

    static Figure of(String name, String unit, List<Double> values, List<Double> baselines, double goal) {
        double value = median(values);
        double baseline = median(baselines);
        return new Figure(name, value, unit, baseline, value / baseline, goal, values.size());
    }

    boolean reachesGoal() {
        return ratio >= goal;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
