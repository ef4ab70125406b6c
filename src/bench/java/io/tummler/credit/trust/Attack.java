package io.tummler.credit.trust;

import java.util.List;

/** What somebody does to a town in order to be rated higher or, once, so that somebody else is rated lower. */
interface Attack {
    Done on(PlantedTown town);

    /**
     * @param gaining whom it is about; there before and after
     * @param fakes who was made up
     */
    record Done(World before, World after, List<Integer> gaining, List<Integer> fakes) {}
}
