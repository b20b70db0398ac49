package app.orchard.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether all went as it should.
 *
 * @param orders how many there should be
 * @param acts those that were played to their end
 * @param troubles what is off beside the ends of orders, one sentence each
 */
record Verdict(int orders, List<Act> acts, List<String> troubles) {

    /** With the number of orders that are right as the last line. @return whether nothing is off */
    boolean print(PrintStream out) {
        List<String> wrong = acts.stream()
                .filter(act -> !act.complaint().isEmpty())
                .map(Verdict::sentence)
                .toList();
        int right = acts.size() - wrong.size();
        boolean allWell = right == orders && troubles.isEmpty();
        new Report(acts, Stream.concat(troubles.stream(), wrong.stream()).toList()).print(out);
        out.printf("%d of %d orders in their end state, %s%n", right, orders, allWell ? "sums agree" : "see above");
        return allWell;
    }

    private static String sentence(Act act) {
        return "Order %s (%s) is off: %s.".formatted(act.order().number(), act.story(), act.complaint());
    }
}
