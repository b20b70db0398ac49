package app.orchard.routing.search;

import java.util.List;

/** What is to be planned, in plain numbers: places are indices into the ways, times count from any moment. */
public record Mission(List<Ways> ways, List<Visit> visits, List<Van> vans) {

    public Mission {
        ways = List.copyOf(ways);
        visits = List.copyOf(visits);
        vans = List.copyOf(vans);
    }
}
