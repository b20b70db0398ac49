package app.orchard.routing.graphhopper;

import static com.graphhopper.json.Statement.If;

import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement.Op;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.ImportRegistry;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.routing.ev.SimpleBooleanEncodedValue;
import com.graphhopper.routing.util.TransportationMode;
import com.graphhopper.routing.util.parsers.ModeAccessParser;
import com.graphhopper.routing.util.parsers.OSMRoadAccessParser;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.TurnCostsConfig;
import java.util.List;
import java.util.Set;

/** What a scooter and a van may use, and how fast. A prepared map knows the first; the second is applied when it is loaded. */
final class Vehicles {

    static final String SCOOTER = "scooter";
    static final String VAN = "van";
    static final String ENCODED = "car_access, moto_access, car_average_speed, road_access, road_class, surface";

    private static final String MOTO_ACCESS = "moto_access";
    /** A scooter passes bollards. */
    private static final Set<String> BARRIERS =
            Set.of("gate", "kissing_gate", "fence", "stile", "turnstile", "cycle_barrier", "wall", "swing_gate");

    private static final TurnCostsConfig TURNS = new TurnCostsConfig(List.of("motorcar", "motor_vehicle"));
    private static final Speeds ANY = new Speeds(0.7, 20, 15, 45);

    private Vehicles() {}

    static Profile[] profiles() {
        return new Profile[] {profile(SCOOTER), profile(VAN)};
    }

    private static Profile profile(String name) {
        return new Profile(name).setCustomModel(model(name, ANY)).setTurnCostsConfig(TURNS);
    }

    static TurnCostsConfig turns() {
        return TURNS;
    }

    static CustomModel model(String vehicle, Speeds speeds) {
        CustomModel model = new CustomModel().setDistanceInfluence(0.0);
        if (vehicle.equals(SCOOTER)) {
            model.addToPriority(If("!moto_access || road_access == PRIVATE", Op.MULTIPLY, "0"));
            model.addToPriority(If(
                    "road_class == FOOTWAY || road_class == STEPS || road_class == PEDESTRIAN || road_class == PATH"
                            + " || road_class == CYCLEWAY || road_class == MOTORWAY",
                    Op.MULTIPLY,
                    "0"));
        } else {
            model.addToPriority(If("!car_access || road_access == PRIVATE", Op.MULTIPLY, "0"));
        }
        model.addToSpeed(If("true", Op.LIMIT, "car_average_speed * " + speeds.share()));
        model.addToSpeed(If("road_class == RESIDENTIAL || road_class == SERVICE", Op.LIMIT, "" + speeds.lane()));
        model.addToSpeed(If(
                "surface == UNPAVED || surface == GRAVEL || surface == DIRT || surface == GROUND",
                Op.LIMIT,
                "" + speeds.unpaved()));
        model.addToSpeed(If("true", Op.LIMIT, "" + speeds.most()));
        return model;
    }

    static ImportRegistry registry() {
        ImportRegistry usual = new DefaultImportRegistry();
        return name -> name.equals(MOTO_ACCESS) ? motoAccess() : usual.createImportUnit(name);
    }

    private static ImportUnit motoAccess() {
        return ImportUnit.create(
                MOTO_ACCESS,
                settings -> new SimpleBooleanEncodedValue(MOTO_ACCESS, true),
                (lookup, settings) -> new ModeAccessParser(
                        OSMRoadAccessParser.toOSMRestrictions(TransportationMode.MOTORCYCLE),
                        lookup.getBooleanEncodedValue(MOTO_ACCESS),
                        true,
                        lookup.getBooleanEncodedValue(Roundabout.KEY),
                        Set.of(),
                        BARRIERS),
                Roundabout.KEY);
    }
}
