package app.orchard.console.runs;

import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.delivery.RunState;
import app.orchard.delivery.StopState;
import app.orchard.delivery.TourState;

/** The words for runs, tours and stops, with their colours. */
final class RunTags {

    private RunTags() {}

    static Tag of(RunState state) {
        return new Tag(
                Text.of("run.state", state),
                switch (state) {
                    case COLLECTING, EMPTY -> Tag.Tone.CALM;
                    case PLANNED -> Tag.Tone.WARNING;
                    case APPROVED, UNDER_WAY -> Tag.Tone.BUSY;
                    case SETTLED -> Tag.Tone.GOOD;
                });
    }

    static Tag of(TourState state) {
        return new Tag(
                Text.of("tour.state", state),
                switch (state) {
                    case PLANNED, DROPPED -> Tag.Tone.CALM;
                    case APPROVED, STARTED -> Tag.Tone.BUSY;
                    case FINISHED -> Tag.Tone.GOOD;
                });
    }

    static Tag of(StopState state) {
        return new Tag(
                Text.of("stop.state", state),
                switch (state) {
                    case PLANNED -> Tag.Tone.CALM;
                    case ON_THE_WAY -> Tag.Tone.BUSY;
                    case DELIVERED -> Tag.Tone.GOOD;
                    case FAILED -> Tag.Tone.BAD;
                    case LEFT_BEHIND, HANDED_OVER -> Tag.Tone.WARNING;
                });
    }

    static Tag late(String step) {
        return new Tag(Text.of("run.late." + step), Tag.Tone.WARNING);
    }
}
