package app.orchard.console.models;

import app.orchard.console.Feed;
import app.orchard.console.Pages;
import app.orchard.engine.ModelDeployments;
import app.orchard.models.ModelActivity;
import app.orchard.models.ModelRow;
import app.orchard.models.ModelVersion;
import app.orchard.models.ProcessRoom;
import app.orchard.staff.Staff;
import java.util.List;
import org.springframework.stereotype.Service;

/** Reads models once for all who look at them. */
@Service
class ModelReading {

    private final ProcessRoom room;

    ModelReading(ProcessRoom room) {
        this.room = room;
    }

    Feed<List<ModelRow>> models(Staff founder) {
        return new Feed<>(Pages.MODELS, ModelReading::moves, () -> room.models(founder));
    }

    Feed<List<ModelVersion>> versions(String resource, Staff founder) {
        return new Feed<>(
                "versions " + resource, ModelDeployments.TOPIC::equals, () -> room.versions(resource, founder));
    }

    Feed<ModelActivity> activity(long key, Staff founder) {
        return new Feed<>("activity " + key, ModelReading::moves, () -> room.activity(key, founder));
    }

    /** An order that goes on announces itself; a process without an order is seen by its tasks. */
    private static boolean moves(String topic) {
        return topic.startsWith("order:")
                || topic.equals("tasks")
                || topic.equals("incidents")
                || topic.equals(ModelDeployments.TOPIC);
    }
}
