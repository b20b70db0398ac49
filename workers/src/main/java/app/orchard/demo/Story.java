package app.orchard.demo;

import java.util.List;

/**
 * Something that happens in a soft launch.
 *
 * @param orders how many orders it is about
 */
record Story(String name, int orders, Plot plot) {

    interface Plot {

        /** Plays it until its orders are where they should be. */
        List<Act> play(Cast cast);
    }

    List<Act> play(Cast cast) {
        List<Act> acts = plot.play(cast);
        if (acts.size() != orders) {
            throw new Disappointment("%d orders were placed instead of %d".formatted(acts.size(), orders));
        }
        return acts;
    }
}
